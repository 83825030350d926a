import GitModel
import Plans
import Testing

struct HistoryLintTests {
  private static let path = ".agent/exec_plans/a/EP-20260117-014_a.md"

  private func document(_ changes: [String: String] = [:], body: String = "") throws
    -> ParsedDocument
  {
    let text = Fixtures.document("EP-20260117-014", changes) + body
    return ParsedDocument(path: try Fixtures.path(Self.path), bytes: Array(text.utf8))
  }

  /// What the rule says of a plan whose only version was committed on a day, and that was then changed.
  private func stale(
    from before: ParsedDocument, on day: String, to now: ParsedDocument, today: String
  ) throws -> [String] {
    let version = DocumentHistory.Version(
      commit: try #require(ObjectID(String(repeating: "a", count: 40))),
      day: try #require(CalendarDate(day)), revision: DocumentRevision(before))
    let history = PlanTreeHistory(
      tree: PlanTree(documents: []),
      documents: [DocumentHistory(document: now, versions: [version])], drifts: [],
      today: try #require(CalendarDate(today)))
    return Linter().findings(in: history).map(\.rule)
  }

  private static let words = (1...20).map { "word\($0)" }.joined(separator: " ")

  /// The body of a plan before and after a change, and whether that is a revision.
  @Test(arguments: [
    ("# A\n", "# A\n\n\(words)\n", true), ("# A\n\n\(words)\n", "# A\n", true),
    ("\(words)\n", words.replacing(" ", with: "\r\n"), false),
    ("\(words)\n", words.replacing("word1 ", with: "one "), false),
    ("## Progress\n", "## Progress\n\n\(words)\n", false),
    ("## Progress\n", "## Progress\n### Today\n\n\(words)\n", false),
    ("## Progress\n", "## Progress\n## Log\n\(words)\n", true),
    ("```md\n# A\n## Progress\n```\n", "```md\n# A\n## Progress\n\(words)\n```\n", false),
  ])
  func wordsOutsideOfProgressMakeARevision(before: String, after: String, isRevised: Bool) throws {
    let rules = try stale(
      from: document(body: before), on: "2026-01-17", to: document(body: after),
      today: "2026-01-18")
    #expect(rules == (isRevised ? ["stale-updated"] : []))
  }

  @Test(arguments: [
    (["kind": "perf"], true), (["depends_on": "[EP-20260117-001]"], true), (["risk": "low"], true),
    (["title": "'A plan'"], false), (["depends_on": "[]"], false), (["risk": "\"\""], false),
    (["tags": "[a]"], false), (["status": "active"], false), (["owner": "bob"], false),
    (["kind": "perf", "updated": "2026-01-18"], false),
    (["kind": "perf", "status": "done"], false),
    (["kind": "perf", "updated": "soon"], false),
  ])
  func fieldsMakeARevision(changes: [String: String], isRevised: Bool) throws {
    let rules = try stale(
      from: document(), on: "2026-01-17", to: document(changes), today: "2026-01-18")
    #expect(rules == (isRevised ? ["stale-updated"] : []))
  }

  @Test func onlyLaterDaysCount() throws {
    let now = try document(["kind": "perf"])
    #expect(try stale(from: document(), on: "2026-01-16", to: now, today: "2026-01-17") == [])
    // A plan that was committed after the day that it records is compared with what was committed.
    #expect(
      try stale(from: document(), on: "2026-01-18", to: now, today: "2026-01-18")
        == ["stale-updated"])
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (1_709_164_799, "2024-02-28"),
      (1_709_164_800, "2024-02-29"), (1_767_225_600, "2026-01-01"),
      (Int64.max, nil), (Int64.min, nil),
    ] as [(Int64, String?)])
  func timesHaveDays(seconds: Int64, day: String?) {
    #expect(CalendarDate(secondsFromEpoch: seconds)?.description == day)
  }

  @Test func daysBeginWhereTheyAreCountedFrom() {
    for day in stride(from: Int64(-719_162), through: 2_932_896, by: 37) {
      let date = CalendarDate(secondsFromEpoch: day * 86_400 + 86_399)
      #expect(date?.secondsFromEpoch == day * 86_400)
    }
  }
}
