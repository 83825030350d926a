/// Merges the values that one key has on two sides, by what both come from.
enum FieldMerge {
  /// How two values go together that both differ from the base, and from each other. Lists always do.
  enum Rule {
    /// Not at all.
    case plain
    case status
    /// The later day.
    case latest
    /// Pull requests, side by side.
    case requests
  }

  /// Returns the rule for a key of a plan.
  static func rule(for key: String, in map: String? = nil) -> Rule {
    switch (map, key) {
    case (nil, "status"): .status
    // agentrules can note in a registry when it was made.
    case (nil, "updated"), (nil, "generated_at"): .latest
    case ("links", "pr"): .requests
    default: .plain
    }
  }

  /// Returns the value that comes out; `nil` where a person has to decide.
  static func merge<Source>(
    base: FieldValue<Source>, ours: FieldValue<Source>, theirs: FieldValue<Source>, by rule: Rule
  ) -> FieldValue<Source>? {
    if ours == theirs || base == theirs { return ours }
    if base == ours { return theirs }
    if [base, ours, theirs].contains(where: \.isList) {
      guard let base = base.words, let ours = ours.words, let theirs = theirs.words else {
        return nil
      }
      return FieldValue(words: words(base: base, ours: ours, theirs: theirs))
    }
    guard let our = ours.word, let their = theirs.word else { return nil }
    switch rule {
    case .plain: return nil
    case .status:
      return StatusMerge.merge(base: base.word, ours: our, theirs: their)
        .map { $0 == our ? ours : theirs }
    case .latest:
      guard let our = day(our), let their = day(their) else { return nil }
      return their > our ? theirs : ours
    case .requests:
      guard let base = requests(base.word ?? ""), let ours = requests(our),
        let theirs = requests(their)
      else { return nil }
      return FieldValue(
        word: words(base: base, ours: ours, theirs: theirs).joined(separator: ", "))
    }
  }

  /// Merges lists as sets: what either side took away is gone, what either side added is there. The order is
  /// that of ours; what theirs added comes before what follows it in theirs, else at the end.
  static func words(base: [String], ours: [String], theirs: [String]) -> [String] {
    let known = Set(base)
    let kept = Set(theirs)
    var words = ours.filter { kept.contains($0) || !known.contains($0) }
    var present = Set(words)
    var successor: String?
    for word in theirs.reversed() {
      if !present.contains(word) {
        guard !known.contains(word) else { continue }
        present.insert(word)
        words.insert(word, at: successor.flatMap(words.firstIndex) ?? words.endIndex)
      }
      successor = word
    }
    return words
  }

  private static func day(_ text: String) -> CalendarDate? {
    CalendarDate(text) ?? PythonTime(text)?.day
  }

  /// Returns the pull requests that a value names, `nil` where it says anything else.
  private static func requests(_ text: String) -> [String]? {
    // What an empty value is to Python.
    if text == "None" { return [] }
    let words = text.split { $0 == "," || $0 == " " }.map(String.init)
    let areRequests = words.allSatisfy { word in
      word.contains("://") || "#!".contains(word.first ?? " ") && Int(word.dropFirst()) != nil
    }
    return areRequests ? words : nil
  }
}
