import GitModel
import Plans
import Testing

struct MilestoneLintTests {
  private static let root = ".agent/exec_plans/"
  private static let path = root + "a/milestones/active/EP-20260117-014_MS002_x.md"

  /// A milestone without findings; `changes` replaces lines by their key.
  private static func text(_ id: String, _ changes: [String: String] = [:]) -> String {
    let plan = String(id.prefix(15))
    let number = Int(id.suffix(3)).map(String.init) ?? ""
    let lines = [
      ("id", id), ("execplan_id", plan), ("ms", number), ("title", "A milestone"),
      ("status", "planned"), ("domain", "backend"), ("owner", "'@ada'"), ("created", "2026-01-17"),
      ("updated", "2026-01-17"), ("tags", "[]"), ("risk", "low"),
    ].map { "\($0.0): \(changes[$0.0] ?? $0.1)" }
    return "---\n" + lines.joined(separator: "\n") + "\n---\n"
  }

  private func findings(_ text: String, at path: String) throws -> [Finding] {
    Linter(.withoutBodies).findings(
      in: ParsedDocument(path: try Fixtures.path(path), bytes: Array(text.utf8)))
  }

  @Test(
    arguments: [
      ([:], []), (["status": "in_progress"], []), (["status": "begun"], ["6:9 unknown-status"]),
      (["id": "EP-20260117-014/MS003"], ["2:5 milestone-mismatch"]),
      (["id": "EP-20260117-014"], ["2:5 invalid-id"]),
      (["id": "EP-20260117-015/MS002"], ["2:5 milestone-mismatch", "3:14 milestone-mismatch"]),
      (["execplan_id": "EP-20260117-015"], ["3:14 milestone-mismatch"]),
      (["execplan_id": "none"], ["3:14 milestone-mismatch"]),
      (["ms": "3"], ["4:5 milestone-mismatch"]), (["ms": "'002'"], []),
      (["updated": "2026-01-16"], ["10:10 date-order"]),
      (["created": "soon"], ["9:10 invalid-date"]),
      (["status": "completed"], ["6:9 milestone-in-active"]),
      (["risk": "huge", "domain": "all"], ["7:9 unknown-domain", "12:7 unknown-risk"]),
    ] as [([String: String], [String])])
  func frontMatterIsChecked(changes: [String: String], expected: [String]) throws {
    let found = try findings(Self.text("EP-20260117-014/MS002", changes), at: Self.path)
    #expect(found.map { "\($0.line):\($0.column) \($0.rule)" } == expected)
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func numbersBeginWithOne() throws {
    let path = Self.root + "a/milestones/active/MS000_x.md"
    #expect(
      try findings(Self.text("EP-20260117-014/MS000"), at: path).map(\.rule) == ["unlikely-id"])
  }

  @Test func filedAwayMeansCompleted() throws {
    let path = Self.root + "a/milestones/archive/2026/02/30/MS002_x.md"
    let text = Self.text("EP-20260117-014/MS002")
    #expect(try findings(text, at: path).map(\.rule) == ["folder-date", "open-in-complete"])
    let done = Self.text("EP-20260117-014/MS002", ["status": "completed"])
    let complete = Self.root + "a/milestones/complete/MS002_x.md"
    #expect(try findings(done, at: complete).isEmpty)
  }

  /// Returns `rule file` for a tree of files; of each the ID that it records, empty for none.
  private func tree(
    _ files: [(path: String, id: String)], levels: [String: LintLevel] = [:]
  ) throws -> [String] {
    var documents: [PlanDocument.ReadResult] = []
    var milestones: [MilestoneDocument.ReadResult] = []
    var others: [RepositoryPath] = []
    for file in files {
      let path = try Fixtures.path(Self.root + file.path)
      switch PlanLayout.standard.classify(path) {
      case .plan: documents.append(try Fixtures.read(Fixtures.document(file.id), at: "\(path)"))
      case .milestone:
        let bytes = Array((file.id.isEmpty ? "# A\n" : Self.text(file.id)).utf8)
        let read = MilestoneDocument.read(path: path, bytes: bytes)
        milestones.append(try #require(read))
      default: others.append(path)
      }
    }
    let tree = PlanTree(documents: documents, milestones: milestones, others: others)
    return Linter(.withoutBodies, levels: LintLevels(levels)).findings(among: tree)
      .map { "\($0.rule) \($0.path.name)" }
  }

  @Test func milestonesAndPlansAreHeldTogether() throws {
    let plan = (path: "a/EP-20260117-014_a.md", id: "EP-20260117-014")
    let good = (path: "a/milestones/active/MS001_x.md", id: "EP-20260117-014/MS001")
    #expect(try tree([plan, good]).isEmpty)
    #expect(try tree([plan, (path: "a/milestones/active/MS001_x.md", id: "")]).isEmpty)
    #expect(try tree([good]) == ["orphan-milestone MS001_x.md"])
    #expect(
      try tree([(path: "b/milestones/active/MS001_x.md", id: "")])
        == ["orphan-milestone MS001_x.md"])
    #expect(
      try tree([plan, (path: "b/milestones/active/MS001_x.md", id: "EP-20260117-014/MS001")])
        == ["milestone-folder MS001_x.md"])
    #expect(
      try tree([plan, good, (path: "a/milestones/complete/MS001_y.md", id: "")])
        == ["duplicate-milestone MS001_y.md"])
  }

  @Test func gapsAreToldOnRequest() throws {
    let files = [
      (path: "a/EP-20260117-014_a.md", id: "EP-20260117-014"),
      (path: "a/milestones/active/MS001_x.md", id: "EP-20260117-014/MS001"),
      (path: "a/milestones/active/MS003_y.md", id: "EP-20260117-014/MS003"),
    ]
    #expect(try tree(files).isEmpty)
    #expect(try tree(files, levels: ["milestone-gap": .warn]) == ["milestone-gap MS003_y.md"])
  }

  @Test(arguments: [
    ("a/milestones/active/MS1000_x.md", true), ("a/milestones/active/ms001_x.md", true),
    ("a/milestones/completed/MS001_x.md", true), ("a/milestones/MS001.md", true),
    ("a/milestones/active/EP-20260117-014_MS01.md", true),
    ("a/milestones/active/README.md", false), ("a/milestones/active/MS001_x.png", false),
    ("a/notes/MS001_x.md", false), ("a/milestones/notes/msx.md", false),
  ])
  func filesNearlyNamedLikeMilestonesAreStrays(path: String, isStray: Bool) throws {
    let name = String(path.split(separator: "/").last ?? "")
    #expect(try tree([(path: path, id: "")]) == (isStray ? ["stray-milestone \(name)"] : []))
  }
}
