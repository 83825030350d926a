import YAML

/// A day as a front matter records it, read as agentrules 4.3.0 reads it: a date or a time of YAML, or a
/// text that Python's `strptime` takes, which leaves months and days of one digit as they are.
struct RecordedDate: Hashable {
  /// What the registry records.
  let text: String
  let day: CalendarDate
  /// Whether the month or the day has one digit.
  let isShort: Bool

  /// Reads a value; `nil` where it is no day that exists.
  init?(_ node: YAMLNode) {
    switch node.resolution {
    case .timestamp(let spelling):
      guard let time = PythonTime(spelling) else { return nil }
      self.init(text: time.day.description, day: time.day, isShort: false)
    case .text(let text):
      let date = text.trimmed
      let lengths = date.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
      guard lengths.count == 3, lengths[0] == 4, (1...2).contains(lengths[1]),
        (1...2).contains(lengths[2]), date.utf8.allSatisfy({ "0123456789-".utf8.contains($0) }),
        let time = PythonTime(date)
      else { return nil }
      self.init(text: date, day: time.day, isShort: lengths != [4, 2, 2])
    default: return nil
    }
  }

  private init(text: String, day: CalendarDate, isShort: Bool) {
    self.text = text
    self.day = day
    self.isShort = isShort
  }
}
