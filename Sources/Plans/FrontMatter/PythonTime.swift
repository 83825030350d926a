/// A date or time of YAML 1.1, as Python's `datetime` module spells it.
struct PythonTime: Hashable, Sendable {
  let day: CalendarDate
  /// The hour, minute, second and microsecond; `nil` for a date alone.
  private var time: [Int]?
  /// The offset from UTC in minutes, `nil` where none is given.
  private var offset: Int?

  /// Reads a spelling that `YAMLResolution` took for a timestamp; `nil` for a day or time that does not
  /// exist.
  init?(_ spelling: String) {
    var numbers: [Int] = []
    var fraction = ""
    var sign = 1
    var hasZone = false
    var rest = spelling.unicodeScalars[...]
    while let scalar = rest.first {
      if ("0"..."9").contains(scalar) {
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard let number = Int(String(digits)) else { return nil }
        numbers.append(number)
        rest = rest.dropFirst(digits.count)
        continue
      }
      rest = rest.dropFirst()
      if scalar == "." {
        fraction = String(rest.prefix { ("0"..."9").contains($0) })
        rest = rest.dropFirst(fraction.count)
      } else if scalar == "Z" || (numbers.count >= 6 && "+-".unicodeScalars.contains(scalar)) {
        hasZone = true
        sign = scalar == "-" ? -1 : 1
      }
    }
    guard numbers.count >= 3,
      let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    self.day = day
    guard numbers.count >= 6 else { return }
    guard numbers[3] < 24, numbers[4] < 60, numbers[5] < 60 else { return nil }
    let digits = String(fraction.prefix(6))
    let padded = digits + String(repeating: "0", count: 6 - digits.count)
    time = [numbers[3], numbers[4], numbers[5], Int(padded) ?? 0]
    if hasZone {
      let hours = numbers.count > 6 ? numbers[6] : 0
      offset = sign * (hours * 60 + (numbers.count > 7 ? numbers[7] : 0))
    }
  }

  /// What `str()` makes of it: `2026-01-17`, `2026-01-17 09:30:00+00:00`.
  var text: String {
    guard let time else { return day.description }
    var text = "\(day) " + time[0..<3].map { PlanID.padded($0, to: 2) }.joined(separator: ":")
    if time[3] != 0 { text += "." + PlanID.padded(time[3], to: 6) }
    if let offset {
      text += offset < 0 ? "-" : "+"
      text += PlanID.padded(abs(offset) / 60, to: 2) + ":" + PlanID.padded(abs(offset) % 60, to: 2)
    }
    return text
  }

  /// What `repr()` makes of it: `datetime.date(2026, 1, 17)`.
  var representation: String {
    let date = "\(day.year), \(day.month), \(day.day)"
    guard let time else { return "datetime.date(\(date))" }
    var parts = [date, String(time[0]), String(time[1])]
    if time[2] != 0 || time[3] != 0 { parts.append(String(time[2])) }
    if time[3] != 0 { parts.append(String(time[3])) }
    if offset == 0 { parts.append("tzinfo=datetime.timezone.utc") }
    return "datetime.datetime(\(parts.joined(separator: ", ")))"
  }
}
