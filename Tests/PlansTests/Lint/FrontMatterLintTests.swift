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
    let findings = Linter(.withoutBodies, levels: LintLevels(levels)).findings(in: document)
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
      owner: "@ada"
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
  }

  @Test func aWordThatIsNearlyRightIsNamed() throws {
    let text = Fixtures.document(
      "EP-20260117-014", ["kind": "featuer", "owner": "'@a'", "status": "completed"])
    let document = ParsedDocument(path: try Fixtures.path(Self.path), bytes: Array(text.utf8))
    let messages = Linter(.withoutBodies).findings(in: document).map(\.message)
    #expect(messages.count == 2)
    #expect(!messages[0].contains("did you mean"))
    #expect(messages[1].hasSuffix("; did you mean 'feature'?"))
  }

  @Test func formIsWarnedOf() throws {
    try expect(
      """
      ---
      id: EP-20260117-014
      title: «multiline-value»A plan
        on two lines
      status: planned
      kind: feature
      domain: backend
      owner: «owner-handle»ada
      created: 2026-01-17
      updated: 2026-01-17
      tags: «invalid-list»one
      touches: [api, «invalid-list»«!unknown-touches»[db]]
      breaking: «odd-boolean»"TRUE"
      migration: «odd-boolean»yes
      links:
        pr: «multiline-value»|
          12
        docs: «nested-link»[a, b]
      depends_on: «invalid-list»«!invalid-reference»{}
      «unknown-key»supersede: []
      «unknown-key»priority: 1
      legacy_id: 12
      ---

      """)
  }

  @Test func unknownKeysAreComparedWithKnownOnes() throws {
    let text = Fixtures.document("EP-20260117-014", ["supersede": "[]", "zzz": "1"])
    let document = ParsedDocument(path: try Fixtures.path(Self.path), bytes: Array(text.utf8))
    let messages = Linter(.withoutBodies).findings(in: document).filter { $0.rule == "unknown-key" }
      .map(\.message)
    #expect(
      messages == [
        "the format has no key 'supersede'; did you mean 'supersedes'?",
        "the format has no key 'zzz'",
      ])
  }

  /// A field, and what its fix makes of it; `nil` where there is no fix.
  @Test(
    arguments: [
      ("breaking: yes", "breaking: true"), ("migration: 'False'  # no", "migration: false  # no"),
      ("tags: one", "tags: [one]"), ("tags: \"a b\" # x", "tags: [\"a b\"] # x"),
      ("tags: '[a, b]'", nil), ("tags: a, b", nil), ("tags: &x one", nil),
      ("tags: {a: b}", nil), ("breaking: !!bool yes", nil),
    ] as [(String, String?)])
  func mechanicalFindingsCarryTheirFix(line: String, mended: String?) throws {
    let text = "---\n\(line)\n---\n"
    let document = ParsedDocument(path: try Fixtures.path(Self.path), bytes: Array(text.utf8))
    let fixes = Linter(.withoutBodies).findings(in: document).compactMap(\.fix)
    var bytes = Array(text.utf8)
    for edit in fixes.flatMap(\.edits).reversed() {
      bytes.replaceSubrange(edit.range, with: edit.replacement)
    }
    #expect(fixes.isEmpty == (mended == nil))
    #expect(String(decoding: bytes, as: UTF8.self) == "---\n\(mended ?? line)\n---\n")
  }

  /// A path below the root of the plans, and the rules about it that a valid document breaks there.
  @Test(arguments: [
    ("a/EP-20260117-014_two-words.md", "planned", []), ("EP-20260117-014_a_b.md", "planned", []),
    ("a/EP-20260117-014.md", "planned", ["file-slug"]),
    ("a/EP-20260117-014_Two words.md", "planned", ["file-slug"]),
    ("complete/2026/02/28/a/EP-20260117-014_a.md", "done", []),
    ("complete/2026/02/30/a/EP-20260117-014_a.md", "done", ["folder-date"]),
    ("archive/2026/2/a/EP-20260117-014_a.md", "planned", ["folder-date"]),
    ("archive/2026/13/01/a/EP-20260117-014_a.md", "planned", ["folder-date"]),
    ("archive/a/EP-20260117-014_a.md", "planned", []),
    ("active/a/EP-20260117-014_a.md", "done", []),
  ])
  func placesAreChecked(path: String, status: String, rules: [String]) throws {
    let text = Fixtures.document("EP-20260117-014", ["owner": "'@a'", "status": status])
    let document = ParsedDocument(
      path: try Fixtures.path(".agent/exec_plans/" + path), bytes: Array(text.utf8))
    #expect(Linter(.withoutBodies).findings(in: document).map(\.rule) == rules)
  }

  @Test func donePlansMayBeExpectedToMove() throws {
    try expect(
      """
      ---
      id: EP-20260117-014
      title: A
      status: «done-in-active»done
      kind: docs
      domain: backend
      owner: "@ada"
      created: 2026-01-17
      updated: 2026-01-17
      ---

      """, at: ".agent/exec_plans/active/a/EP-20260117-014_a.md", levels: ["done-in-active": .warn])
  }
}
