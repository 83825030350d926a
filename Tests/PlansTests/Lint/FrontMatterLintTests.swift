import GitModel
import Plans
import Testing

struct FrontMatterLintTests {
  private static let path = ".agent/exec_plans/cache/EP-20260117-014_cache.md"

  /// Expects the findings that a text's marks name, and no others.
  private func expect(
    _ marked: String, at path: String = FrontMatterLintTests.path,
    levels: [String: LintLevel] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = MarkedText(marked)
    let document = ParsedDocument(path: try Fixtures.path(path), bytes: Array(text.text.utf8))
    let findings = Linter(levels: LintLevels(levels)).findings(in: document)
    #expect(
      MarkedText.describe(findings) == text.expected, "\(findings.map(\.message))",
      sourceLocation: sourceLocation)
  }

  @Test func everyFieldIsCheckedAtOnce() throws {
    try expect(
      """
      «!missing-key»---
      id: EP-20260117-014
      title: «!empty-title»""
      status: «!unknown-status»begun
      kind: «!unknown-kind»toy
      domain:«!unknown-domain»
      created: «!invalid-date»2026-02-30
      updated: «short-date»'2026-1-7'
      touches: [api, «!unknown-touches»tools]
      risk: «!unknown-risk»LOW
      breaking: «!invalid-boolean»maybe
      links: «!invalid-links»none
      depends_on: [«self-reference»EP-20260117-014, «!invalid-reference»EP-1]
      ---

      """)
  }

  @Test func configurationChangesWeights() throws {
    let document = """
      ---
      id: EP-20260117-014
      title: A
      status: done
      kind: %
      domain: backend
      owner: ada
      created: 2026-01-17
      updated: *2026-01-16
      ---

      """
    func marked(_ kind: String, _ date: String) -> String {
      document.replacing("%", with: kind).replacing("*", with: date)
    }
    try expect(marked("«!unknown-kind»toy", "«date-order»"))
    try expect(
      marked("toy", "«!date-order»"), levels: ["unknown-kind": .off, "date-order": .error])
    try expect(
      marked("«unknown-kind»toy", ""), levels: ["unknown-kind": .warn, "date-order": .off])
  }

  @Test func whatOwesTheFormatNothingIsWarnedAtMost() throws {
    try expect("# No front matter\n", at: "docs/plans/1-x.md")
    try expect("---\na: «invalid-front-matter»@b\n---\n", at: "docs/plans/1-x.md")
    let milestone = ".agent/exec_plans/a/milestones/active/MS002_x.md"
    try expect("«missing-front-matter»# None\n", at: milestone)
    try expect("---\nid: «milestone-mismatch»EP-20260117-014/MS003\n---\n", at: milestone)
  }

  @Test func aWordThatIsNearlyRightIsNamed() throws {
    let text = Fixtures.document("EP-20260117-014", ["kind": "featuer", "status": "completed"])
    let document = ParsedDocument(path: try Fixtures.path(Self.path), bytes: Array(text.utf8))
    let messages = Linter().findings(in: document).map(\.message)
    #expect(messages.count == 2)
    #expect(!messages[0].contains("did you mean"))
    #expect(messages[1].hasSuffix("; did you mean 'feature'?"))
  }
}
