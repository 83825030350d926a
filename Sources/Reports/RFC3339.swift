import Plans

/// Writes times as RFC 3339 does, in UTC.
package enum RFC3339 {
  /// Returns `2026-01-17T09:30:00Z` for seconds from epoch.
  package static func string(_ seconds: Int64) -> String {
    let days = CivilCalendar.daysFromEpoch(seconds)
    let time = seconds - days * 86_400
    let (year, month, day) = CivilCalendar.date(daysFromEpoch: days)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
      + "T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))Z"
  }

  /// Returns `2026-01-17` for seconds from epoch.
  package static func day(_ seconds: Int64) -> String { String(string(seconds).prefix(10)) }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
