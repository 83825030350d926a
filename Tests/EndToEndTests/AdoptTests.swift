import Foundation
import TestSupport
import Testing

/// Documents without an ID that become plans.
struct AdoptTests {
  private typealias Scratch = ScratchRepository
  private static let document = "docs/plans/12-cache-pages.md"

  /// A document that two commits name by its path, the first of them before it was renamed.
  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    let text = "# Cache pages\n\n" + (1...20).map { "Line \($0)\n" }.joined()
    try repository.commit("docs", file: "docs/old/12.md", text: text)
    try repository.commit("one\n\nExecPlan: docs/old/12.md", file: "one")
    try repository.git(["rm", "--quiet", "--cached", "docs/old/12.md"])
    try FileManager.default.removeItem(atPath: repository.path + "/docs/old")
    try repository.commit("move", file: Self.document, text: text)
    try repository.commit("two\n\nExecPlan: \(Self.document)", file: "two")
    return repository
  }

  private func adopt(_ repository: ScratchRepository, _ words: String...) throws -> JSONDocument {
    try JSONDocument(
      repository.succeeding(repository.execplan(["adopt", "--json"] + words)))
  }

  private func commit(_ repository: ScratchRepository) throws {
    try repository.git("add --all")
    try repository.git("commit --quiet --no-verify -m adopt")
  }

  @Test func aDocumentBecomesAPlanAndKeepsItsWork() throws {
    let repository = try repository()
    let before = try repository.json("status")["plans"][0]
    #expect(before["id"].string == Self.document)
    #expect(before["commits"]["landed"].integer == 2)
    let text = try repository.read(Self.document)
    let plan = try adopt(repository, Self.document)["plans"][0]
    let id = "EP-20260101-001"
    let path = ".agent/exec_plans/cache-pages/\(id)_cache-pages.md"
    #expect(plan["id"].string == id)
    #expect(plan["path"].string == path)
    #expect(plan["title"].string == "Cache pages")
    #expect(plan["status"].string == "done")
    #expect(plan["commits"].array.count == 2)
    #expect(
      try repository.read(path) == """
        ---
        id: \(id)
        title: Cache pages
        status: done
        kind: feature
        domain: backend
        owner: "@a-u-thor"
        created: 2026-01-01
        updated: 2026-01-01
        ---

        \(text)
        """)
    #expect(try repository.git("ls-files --deleted") == Self.document)
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
    try commit(repository)
    let after = try repository.json("status")
    #expect(after["plans"].array.map { $0["id"].string } == [id])
    for key in ["landed", "open"] {
      #expect(after["plans"][0]["commits"][key].integer == before["commits"][key].integer)
    }
    #expect(after["unknown"].array.isEmpty)
  }

  /// Notes hold where git sees no rename.
  @Test func linksDoNotDependOnRenames() throws {
    let repository = try repository()
    let path = try #require(try adopt(repository, Self.document)["plans"][0]["path"].string)
    let head = try repository.read(path).components(separatedBy: "---\n")[1]
    try repository.write("---\n\(head)---\n\n# Rewritten from scratch\n", to: path)
    try commit(repository)
    #expect(!(try repository.git("show --format= --name-status -M HEAD").contains("R0")))
    let status = try repository.json("status")
    #expect(status["plans"][0]["commits"]["landed"].integer == 2)
    #expect(status["unknown"].array.isEmpty)
  }

  @Test func whatAPersonSaysWins() throws {
    let repository = try repository()
    try repository.write(
      "---\nid: 12\nstatus: planned  # not yet\n---\n\n# Cache\n", to: Self.document)
    let plan = try adopt(
      repository, Self.document, "--status", "paused", "--title", "Cache it", "--slug", "cache",
      "--kind", "perf", "--domain", "infra", "--owner", "mara", "--date", "20260203")["plans"][0]
    #expect(plan["path"].string == ".agent/exec_plans/cache/EP-20260203-001_cache.md")
    let text = try repository.read(try #require(plan["path"].string))
    for line in [
      "legacy_id: 12", "status: paused  # not yet", "title: Cache it", "kind: perf",
      "domain: infra", "owner: \"@mara\"", "created: 2026-02-03",
    ] {
      #expect(text.contains("\n\(line)\n"), "\(text)")
    }
  }

  @Test func severalGetTheirIDsInOrder() throws {
    let repository = try ScratchRepository()
    for (file, text) in [
      ("10-c.md", "# C\n"), ("9-b.md", "# B\n"), ("2-late.md", "---\ncreated: 2026-01-02\n---\n"),
      ("1-early.md", "---\ncreated_at: '2025-12-31T10:00:00Z'\n---\n"), ("11-b.md", "# B again\n"),
    ] {
      try repository.commit(file, file: "docs/\(file)", text: text)
    }
    try repository.writePlan(1, "a")
    let files = try FileManager.default.contentsOfDirectory(atPath: repository.path + "/docs")
    let outcome = try repository.execplan(["adopt", "--json"] + files.map { "docs/\($0)" })
    let plans = try JSONDocument(repository.succeeding(outcome))["plans"]
    #expect(
      plans.array.map { "\($0["former_path"].string ?? "") \($0["path"].string ?? "")" } == [
        "docs/1-early.md .agent/exec_plans/early/EP-20251231-001_early.md",
        "docs/9-b.md .agent/exec_plans/b/EP-20260101-002_b.md",
        "docs/10-c.md .agent/exec_plans/c/EP-20260101-003_c.md",
        "docs/11-b.md .agent/exec_plans/11-b/EP-20260101-004_11-b.md",
        "docs/2-late.md .agent/exec_plans/late/EP-20260102-001_late.md",
      ])
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
  }

  @Test func aDocumentMayStayWhereItIs() throws {
    let repository = try repository()
    let refused = try repository.execplan(["adopt", "--in-place", Self.document])
    #expect(refused.exitCode == 2)
    #expect(refused.errors.contains("git config --add execplan.plans docs/plans"))
    try repository.git("config execplan.plans docs/plans")
    let plan = try adopt(repository, "--in-place", Self.document)["plans"][0]
    #expect(plan["path"].string == Self.document)
    #expect(plan["commits"].array.isEmpty)
    try commit(repository)
    let status = try repository.json("status")["plans"]
    #expect(status.array.map { $0["id"].string } == ["EP-20260101-001"])
    #expect(status[0]["commits"]["landed"].integer == 2)
    // The ID is taken now, though no file name holds it.
    let new = try repository.json("new", "Next", "--date", "2026-01-01")
    #expect(new["id"].string == "EP-20260101-002")
  }

  @Test func aDryRunShowsTheResultAndWritesNothing() throws {
    let repository = try repository()
    let before = try repository.snapshot()
    let outcome = try repository.execplan(["adopt", "--dry-run", Self.document])
    #expect(outcome.exitCode == 0)
    #expect(outcome.lines.contains("  was \(Self.document)"))
    #expect(outcome.lines.contains("  2 commits get notes"))
    #expect(outcome.lines.contains("  + id: EP-20260101-001"))
    #expect(try repository.snapshot() == before)
  }

  @Test func aRunThatStoppedAfterTheNotesGoesOnWithTheSameID() throws {
    let repository = try repository()
    try repository.git("config branch.side.execplan \(Self.document)")
    try repository.git("branch side")
    _ = try adopt(repository, Self.document)
    #expect(try repository.git("config branch.side.execplan") == "EP-20260101-001")
    let notes = try repository.git("rev-parse refs/notes/execplan")
    try repository.git("checkout --quiet --force")
    try repository.git("clean -fdq")
    let again = try adopt(repository, Self.document)["plans"][0]
    #expect(again["id"].string == "EP-20260101-001")
    #expect(again["status"].string == "done")
    #expect(try repository.git("rev-parse refs/notes/execplan") == notes)
  }

  @Test(arguments: [
    ("a.md", "has the ID EP-20260101-001"), ("link.md", "symbolic link"), ("../out.md", "no file"),
    ("docs", "is a folder"), ("plan.txt", "no Markdown"), ("latin.md", "not valid UTF-8"),
    ("broken.md", "cannot adopt broken.md"), ("nowhere.md", "no file"),
    (".agent/exec_plans/a/milestones/active/MS001.md", "is a milestone"),
  ])
  func whatCannotBeDoneIsRefused(path: String, message: String) throws {
    let repository = try repository()
    try repository.writePlan(1, "a")
    try repository.write(try repository.read(Scratch.planPath(1, "a")), to: "a.md")
    for (file, text) in [
      ("plan.txt", "x"), ("broken.md", "---\na: [\n---\n"), ("../out.md", "# Out\n"),
      (".agent/exec_plans/a/milestones/active/MS001.md", "# M\n"),
    ] {
      try repository.write(text, to: file)
    }
    try Data([0x23, 0x20, 0xE9]).write(to: URL(fileURLWithPath: repository.path + "/latin.md"))
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/link.md", withDestinationPath: Self.document)
    let before = try repository.snapshot()
    // The good document beside it is not adopted either.
    let outcome = try repository.execplan(["adopt", path, Self.document])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try repository.snapshot() == before)
  }

  @Test func linksThatStartFromTheFolderAreToldOf() throws {
    let repository = try ScratchRepository()
    try repository.write(
      "# A\n\n[b](b.md) [c](../c.md#x) [d](https://example.org/d) [e](/e) [f](#f)\n",
      to: "docs/a.md")
    let result = try adopt(repository, "docs/a.md", "--date", "2026-01-01")
    #expect(result["warnings"].strings.map { $0.hasPrefix("2 relative links in ") } == [true])
  }
}
