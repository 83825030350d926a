/// A day of the Gregorian calendar, without time or zone, as front matter writes it: `YYYY-MM-DD`.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Creates a date; `nil` where the calendar has no such day. Years run from 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates a date from `YYYY-MM-DD`; `nil` for any other form and for a day that does not exist.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = PlanID.number(bytes[0..<4]), let month = PlanID.number(bytes[5..<7]),
      let day = PlanID.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Creates a date from `YYYYMMDD`, the form that IDs use.
  package init?(compact text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, let number = PlanID.number(bytes[...]) else { return nil }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Creates a date from `YYYY-MM-DD` or `YYYYMMDD`, as people give it on a command line.
  package init?(anyForm text: some StringProtocol) {
    guard let date = CalendarDate(text) ?? CalendarDate(compact: text) else { return nil }
    self = date
  }

  /// The date as the number that an ID carries: 20260117.
  package var compactNumber: Int { year * 10_000 + month * 100 + day }

  package var description: String {
    PlanID.padded(year, to: 4) + "-" + PlanID.padded(month, to: 2) + "-" + PlanID.padded(day, to: 2)
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.compactNumber < right.compactNumber
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate {
  /// The first day that can be written, 0001-01-01.
  package static let first = CalendarDate(uncheckedYear: 1)

  private init(uncheckedYear year: Int) {
    self.year = year
    month = 1
    day = 1
  }
}
