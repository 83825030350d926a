import GitModel
import Plans
import Testing

struct PlanDocumentTests {
  private let root = ".agent/exec_plans/cache/EP-20260117-014_cache.md"

  @Test func everyFieldIsRead() throws {
    let result = try Fixtures.read(Fixtures.handWritten, at: root)
    let plan = try #require(result.plan)
    #expect(result.findings.isEmpty)
    #expect(plan.key == .id(try #require(PlanID("EP-20260117-014"))))
    #expect(plan.title == "Cache the résumé page")
    #expect(plan.status == .planned)
    #expect(plan.kind == "feature")
    #expect(plan.domain == "backend")
    #expect(plan.owner == "@ada")
    #expect(plan.created == CalendarDate("2026-01-17"))
    #expect(plan.updated == CalendarDate("2026-01-18"))
    #expect(plan.tags == ["cache", "web"])
    #expect(plan.touches == ["api", "db"])
    #expect(plan.risk == "med")
    #expect(plan.breaking == false)
    #expect(plan.links.map(\.key) == ["issue", "pr", "docs"])
    #expect(plan.pullRequestLink.isEmpty)
    #expect(plan.progress == ProgressCount(ticked: 1, unticked: 1))
  }

  @Test func theDumpedDialectIsReadAlike() throws {
    let path = ".agents/exec_plans/active/search/EP-20260402-003_search.md"
    let result = try Fixtures.read(Fixtures.dumped, at: path)
    let plan = try #require(result.plan)
    #expect(result.findings.isEmpty)
    #expect(plan.owner == "@codex")
    #expect(plan.updated == CalendarDate("2026-04-03"))
    #expect(plan.migration == nil)
    #expect(plan.tags == ["search", "index"])
    #expect(plan.dependsOn == [try #require(PlanID("EP-20260117-014"))])
  }

  /// A changed field, and the finding's rule, line and column.
  @Test(arguments: [
    ("status", "doing", "unknown-status", 4, 9), ("kind", "chore", "unknown-kind", 5, 7),
    ("domain", "'other'", "unknown-domain", 6, 9), ("title", "\" \"", "empty-title", 3, 8),
    ("owner", "", "empty-owner", 7, 7), ("created", "2026-02-30", "invalid-date", 8, 10),
    ("updated", "soon", "invalid-date", 9, 10), ("created", "20260117", "invalid-date", 8, 10),
    ("touches", "[api, tooling]", "unknown-touches", 10, 16),
    ("risk", "LOW", "unknown-risk", 10, 7),
    ("breaking", "1", "invalid-boolean", 10, 11),
    ("migration", "\"yes\"", "invalid-boolean", 10, 12),
    ("links", "[a]", "invalid-links", 10, 8), ("id", "EP-20260117-15", "invalid-id", 2, 5),
    ("id", "EP-20260117-015", "id-mismatch", 2, 5), ("title", "@x", "invalid-front-matter", 3, 8),
    ("title", "{{name}}", "invalid-front-matter", 3, 9),
    ("kind ", "docs", "invalid-front-matter", 10, 1),
  ])
  func brokenFieldsAreErrors(
    key: String, value: String, rule: String, line: Int, column: Int
  ) throws {
    let text = Fixtures.document("EP-20260117-014", [key: value])
    let result = try Fixtures.read(text, at: root)
    #expect(result.findings.map(\.rule) == [rule])
    #expect(result.findings.first?.line == line)
    #expect(result.findings.first?.column == column)
    #expect(result.findings.first?.severity == .error)
    #expect(result.entry == nil)
    #expect(result.plan != nil)
  }

  @Test(arguments: [
    ("touches", "[backend, frontend]"), ("domain", "fullstack"), ("breaking", "yes"),
    ("breaking", "\"TRUE\""), ("migration", ""), ("risk", "\"\""), ("links", ""), ("links", "{}"),
    ("created", "\"2026-01-17\""), ("created", "2026-01-17T09:30:00Z"), ("tags", "one"),
    ("touches", "'[api, \"db\"]'"), ("unknown", "[1, {a: b}]"),
  ])
  func tolerableFieldsAreNone(key: String, value: String) throws {
    let text = Fixtures.document("EP-20260117-014", [key: value])
    #expect(try Fixtures.read(text, at: root).findings.isEmpty)
  }

  @Test func unlikelyThingsAreWarnings() throws {
    func rules(_ text: String, at path: String) throws -> [String] {
      let result = try Fixtures.read(text, at: path)
      #expect(result.entry != nil)
      return result.findings.map(\.rule)
    }
    let id = "EP-20260117-014"
    #expect(
      try rules(Fixtures.document(id, ["status": "archived"]), at: root)
        == ["archived-outside-complete"])
    let complete = ".agent/exec_plans/complete/2026/01/20/cache/EP-20260117-014_cache.md"
    #expect(try rules(Fixtures.document(id), at: complete) == ["open-in-complete"])
    #expect(try rules(Fixtures.document(id, ["status": "done"]), at: complete).isEmpty)
    #expect(try rules("\n" + Fixtures.document(id), at: root) == ["late-front-matter"])
    #expect(try rules(Fixtures.document(id, ["updated": "2026-01-16"]), at: root) == ["date-order"])
    #expect(try rules(Fixtures.document(id, ["updated": "2026-1-17"]), at: root) == ["short-date"])
    let odd = ".agent/exec_plans/x/EP-20260231-000.md"
    #expect(try rules(Fixtures.document("EP-20260231-000"), at: odd) == ["unlikely-id"])
  }

  @Test func missingKeysAreAllNamed() throws {
    let result = try Fixtures.read("---\nid: EP-20260117-014\nkind: docs\n---\n", at: root)
    #expect(result.findings.map(\.rule) == Array(repeating: "missing-key", count: 6))
  }

  @Test func theFileNameStandsInForTheID() throws {
    let result = try Fixtures.read("# Cache it\n", at: root)
    #expect(result.plan?.key.planID == PlanID("EP-20260117-014"))
    #expect(result.plan?.title == "Cache it")
    #expect(result.findings.map(\.rule) == ["missing-front-matter"])
    let nameless = try Fixtures.read("# Cache it\n", at: ".agent/exec_plans/x/EP-draft.md")
    #expect(nameless.plan == nil)
  }

  @Test func bytesThatAreNoTextAreAnError() throws {
    let path = try Fixtures.path(root)
    let bytes = Array(Fixtures.document("EP-20260117-014").utf8) + [0xFF]
    let result = PlanDocument.read(path: path, bytes: bytes)
    #expect(result.findings.map(\.rule) == ["invalid-encoding"])
    #expect(result.plan?.status == .planned)
  }

  @Test func aByteOrderMarkIsAnError() throws {
    let result = try Fixtures.read("\u{FEFF}" + Fixtures.document("EP-20260117-014"), at: root)
    #expect(result.findings.map(\.rule) == ["byte-order-mark"])
    #expect(result.findings.first?.severity == .error)
    #expect(result.plan?.status == .planned)
  }

  @Test func otherDocumentsArePlansByTheirPath() throws {
    let path = "docs/plans/12-faster-search.md"
    let result = try Fixtures.read(
      """
      ---
      id: 12
      title: "Faster search"
      kind: exec-plan
      created_at: 2026-08-20T13:57:30Z
      status: in progress
      ---
      # Other
      ## Progress Log
      - [x] a
      """, at: path)
    let plan = try #require(result.plan)
    #expect(result.findings.isEmpty)
    #expect(result.entry == nil)
    #expect(plan.key == .path(try Fixtures.path(path)))
    #expect(plan.title == "Faster search")
    #expect(plan.status == nil)
    #expect(plan.kind == nil)
    #expect(plan.progress == ProgressCount(ticked: 1, unticked: 0))
    #expect(try Fixtures.read("text\n\n# Head\n", at: path).plan?.title == "Head")
    #expect(try Fixtures.read("text\n", at: path).plan?.title == "12-faster-search")
    #expect(try Fixtures.read("\n---\n\na: @b\n\n---\n", at: path).findings.isEmpty)
    #expect(
      try Fixtures.read("---\na: @b\n---\n", at: path).findings.map(\.severity) == [.warning])
    #expect(
      try Fixtures.read(Fixtures.handWritten, at: path).plan?.key.planID
        == PlanID("EP-20260117-014"))
  }

  @Test func aBodyInAnEnvelopeIsRead() throws {
    let text = Fixtures.document("EP-20260117-014") + "```md\n## Progress\n- [x] a\n```\n"
    #expect(
      try Fixtures.read(text, at: root).plan?.progress == ProgressCount(ticked: 1, unticked: 0))
  }
}
