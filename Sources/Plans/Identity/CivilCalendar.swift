/// The calendar as arithmetic.
package enum CivilCalendar {
  /// Returns year, month and day of a day that is counted from 1970-01-01. The calendar is taken in eras of 400
  /// years that begin in March, so that leap days come last.
  package static func date(daysFromEpoch: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = daysFromEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Returns a day, counted from 1970-01-01.
  package static func daysFromEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Returns the day, counted from 1970-01-01, of a time in seconds from epoch.
  package static func daysFromEpoch(_ seconds: Int64) -> Int64 {
    seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
  }
}

extension CalendarDate {
  /// Creates the day of a time in seconds from epoch; `nil` outside of the years 1 to 9999.
  package init?(secondsFromEpoch seconds: Int64) {
    let days = CivilCalendar.daysFromEpoch(seconds)
    let date = CivilCalendar.date(daysFromEpoch: days)
    self.init(year: Int(date.year), month: Int(date.month), day: Int(date.day))
  }

  /// When the day begins in UTC, in seconds from epoch.
  package var secondsFromEpoch: Int64 {
    86_400
      * CivilCalendar.daysFromEpoch(year: Int64(year), month: Int64(month), day: Int64(day))
  }
}
