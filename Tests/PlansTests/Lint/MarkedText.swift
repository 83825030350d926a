import Plans

/// A text whose marks `«rule»` say where a finding of that rule is expected: at the character behind the
/// mark. The marks are no part of the text. The mark `«!rule»` expects an error, any other a warning.
struct MarkedText {
  /// The text without the marks.
  private(set) var text = ""
  /// `line:column severity rule` of each mark, in the order of the text.
  private(set) var expected: [String] = []

  init(_ marked: String) {
    var rest = marked[...]
    while let start = rest.firstIndex(of: "«"), let end = rest[start...].firstIndex(of: "»") {
      text += rest[..<start]
      var name = rest[rest.index(after: start)..<end]
      let isError = name.first == "!"
      if isError { name = name.dropFirst() }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let column = (lines.last?.unicodeScalars.count ?? 0) + 1
      expected.append("\(lines.count):\(column) \(isError ? "error" : "warning") \(name)")
      rest = rest[rest.index(after: end)...]
    }
    text += rest
  }

  /// Returns findings in the form of `expected`.
  static func describe(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.line):\($0.column) \($0.severity.rawValue) \($0.rule)" }
  }
}

extension LintRules {
  /// All rules but those about the text below the front matter.
  static var withoutBodies: LintRules {
    var rules = all
    rules.bodies = []
    return rules
  }
}
