import Foundation
import GitModel
import Plans
import Testing

struct LintFrameTests {
  private func configuration(_ values: [(String, String?)]) -> Configuration {
    Configuration(
      entries: values.map { Configuration.Entry(key: $0.0, value: $0.1, scope: .local) })
  }

  @Test func namesAreLastingWords() {
    let names = LintRules.all.list.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)") }
    for rule in LintRules.all.list {
      #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."), "\(rule.name)")
    }
  }

  @Test func everyRuleIsDocumentedWithItsWeight() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/lint.md")
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
    for rule in LintRules.all.list {
      let row = rows.filter { $0.hasPrefix("| `\(rule.name)` | \(rule.level.rawValue) | ") }
      #expect(row.count == 1, "\(rule.name), \(rule.level.rawValue)")
    }
  }

  @Test func levelsAreReadFromConfiguration() throws {
    let levels = try LintLevels(
      configuration([
        ("execplan.lint.unknown-kind", "error"), ("execplan.lint.Unknown-Kind", "OFF"),
        ("execplan.lint.date-order", "Error"), ("execplan.lint.no-such-rule", "what"),
        ("execplan.lintel", "x"), ("execplan.LINT.date-order", "off"),
      ]))
    #expect(levels.configured == ["unknown-kind": .off, "date-order": .error])
    #expect(levels.unknown == ["no-such-rule"])
  }

  @Test(arguments: ["warning", "", nil] as [String?])
  func otherWordsAreNoLevels(value: String?) {
    let key = "execplan.lint.unknown-kind"
    #expect(
      throws: ConfigurationError(key: key, value: value ?? "", expected: "error, warn or off")
    ) { try LintLevels(configuration([(key, value)])) }
  }

  @Test(
    arguments: [
      ("kimd", "kind"), ("Kind", "kind"), ("onwer", "owner"), ("depend_on", "depends_on"),
      ("depends-on", "depends_on"), ("tag", "tags"), ("priority", nil), ("x", nil), ("", nil),
      (String(repeating: "kind", count: 100), nil),
    ] as [(String, String?)])
  func theNearestWordIsFound(word: String, expected: String?) {
    #expect(NearestWord.of(word, among: Vocabulary.keys) == expected)
  }
}
