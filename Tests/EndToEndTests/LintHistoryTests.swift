import TestSupport
import Testing

/// Rules that compare documents with what earlier commits held.
struct LintHistoryTests {
  private typealias Scratch = ScratchRepository
  private static let rules: Set<String> = ["id-changed", "stale-updated", "status-drift"]

  /// Returns `rule file` for the findings of these rules.
  private func findings(
    in repository: ScratchRepository, _ words: [String] = [], at folder: String? = nil
  ) throws -> [String] {
    let outcome = try repository.execplan(["lint", "--json"] + words, in: folder)
    return try JSONDocument(outcome.output)["findings"].array.compactMap { finding in
      guard let rule = finding["rule"].string, Self.rules.contains(rule),
        let name = finding["path"].string?.split(separator: "/").last
      else { return nil }
      return "\(rule) \(name)"
    }
  }

  private func move(_ old: String, _ new: String, in repository: ScratchRepository) throws {
    let text = try repository.read(old)
    try repository.git(["rm", "--quiet", "--cached", old])
    try repository.git(["clean", "--quiet", "--force", "-d", "--", ".agent"])
    try repository.write(text, to: new)
  }

  /// Changes text of a plan and commits it as if it were another day.
  private func commit(
    _ changes: [(String, String)], of number: Int = 1, _ slug: String = "auth", at date: String,
    in repository: ScratchRepository
  ) throws {
    var text = try repository.read(Scratch.planPath(number, slug))
    for (old, new) in changes {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    try repository.write(text, to: Scratch.planPath(number, slug))
    try repository.git("add --all")
    try repository.git(
      ["commit", "--quiet", "--no-verify", "-m", "change"],
      environment: ["GIT_AUTHOR_DATE": date])
  }

  private static let words = (1...25).map { "word\($0)" }.joined(separator: " ")

  // MARK: IDs

  @Test func anIDThatChangedInPlaceIsTold() throws {
    let repository = try Scratch.withPlans("auth")
    try commit(
      [("id: \(Scratch.planID(1))", "id: \(Scratch.planID(7))")], at: "2026-01-01T10:00:00Z",
      in: repository)
    #expect(try findings(in: repository) == ["id-changed EP-20260101-001_auth.md"])
    let outcome = try repository.execplan(["lint", "--json"])
    #expect(outcome.output.contains("the plan was \(Scratch.planID(1)) until "))
  }

  @Test(arguments: [false, true])
  func anIDThatChangedWithTheFileIsTold(isCommitted: Bool) throws {
    let repository = try Scratch.withPlans("auth", "billing")
    try move(Scratch.planPath(1, "auth"), Scratch.planPath(7, "auth"), in: repository)
    let path = Scratch.planPath(7, "auth")
    try repository.write(
      repository.read(path).replacing(Scratch.planID(1), with: Scratch.planID(7)), to: path)
    if isCommitted { try repository.commit("renumber", file: "a") }
    #expect(try findings(in: repository) == ["id-changed EP-20260101-007_auth.md"])
    #expect(try findings(in: repository, ["--no-history"]).isEmpty)
    try repository.git("config execplan.lint.id-changed off")
    #expect(try findings(in: repository).isEmpty)
  }

  @Test func aPlanThatMovedKeepsItsIdentity() throws {
    let repository = try Scratch.withPlans("auth", "billing")
    let archived = ".agent/exec_plans/complete/2026/01/02/x/\(Scratch.planID(1))_sign-in.md"
    try move(Scratch.planPath(1, "auth"), archived, in: repository)
    try repository.commit("move", file: "a")
    #expect(try findings(in: repository).isEmpty)
  }

  @Test func aPlanThatLeftItsIDToAnotherOneIsWell() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writePlan(2, "billing")
    try repository.commit("ours", file: "a")
    try move(Scratch.planPath(2, "billing"), Scratch.planPath(3, "billing"), in: repository)
    let path = Scratch.planPath(3, "billing")
    try repository.write(
      repository.read(path).replacing(Scratch.planID(2), with: Scratch.planID(3)), to: path)
    #expect(try findings(in: repository) == ["id-changed EP-20260101-003_billing.md"])
    try repository.writePlan(2, "search")
    try repository.commit("theirs", file: "b")
    #expect(try findings(in: repository).isEmpty)
  }

  @Test func historyIsFollowedThroughMerges() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet --create side")
    try commit(
      [("id: \(Scratch.planID(1))", "id: \(Scratch.planID(7))")], at: "2026-01-01T10:00:00Z",
      in: repository)
    try repository.git("switch --quiet main")
    try repository.commit("work")
    try repository.merge("side")
    try repository.commit("more work")
    #expect(try findings(in: repository) == ["id-changed EP-20260101-001_auth.md"])
  }

  // MARK: Dates

  @Test func aRevisionOnALaterDayIsTold() throws {
    let repository = try Scratch.withPlans("auth")
    try commit([("# Plan auth", Self.words)], at: "2026-01-01T23:00:00-0800", in: repository)
    #expect(try findings(in: repository).isEmpty)
    try commit([("word9 ", "word nine ")], at: "2026-01-09T10:00:00Z", in: repository)
    #expect(try findings(in: repository).isEmpty)
    try commit([("word1 ", Self.words + " ")], at: "2026-01-10T00:30:00+1300", in: repository)
    #expect(try findings(in: repository) == ["stale-updated EP-20260101-001_auth.md"])
    let outcome = try repository.execplan(["lint", "--json"])
    #expect(outcome.output.contains("on 2026-01-10 at the latest"))
    try commit(
      [("updated: 2026-01-01", "updated: 2026-01-10")], at: "2026-01-10T12:00:00Z",
      in: repository)
    #expect(try findings(in: repository).isEmpty)
  }

  @Test func progressIsNoRevision() throws {
    let repository = try Scratch.withPlans("auth")
    try commit(
      [("- [x] The only step.", "- [x] The only step.\n- [ ] \(Self.words)")],
      at: "2026-01-09T10:00:00Z", in: repository)
    try commit(
      [("status: planned", "status: active"), ("- [ ]", "- [x]"), ("pr: \"\"", "pr: x")],
      at: "2026-01-10T10:00:00Z", in: repository)
    #expect(try findings(in: repository).isEmpty)
  }

  @Test func aChangedFieldIsARevision() throws {
    let repository = try Scratch.withPlans("auth")
    try commit([("kind: feature", "kind: refactor")], at: "2026-01-09T10:00:00Z", in: repository)
    #expect(try findings(in: repository) == ["stale-updated EP-20260101-001_auth.md"])
    // Nobody dates what is added to a plan that is over.
    try repository.write(
      repository.read(Scratch.planPath(1, "auth"))
        .replacing("status: planned", with: "status: archived"), to: Scratch.planPath(1, "auth"))
    #expect(try findings(in: repository).isEmpty)
  }

  @Test func whatIsNotCommittedIsOfToday() throws {
    let repository = try Scratch.withPlans("auth")
    let path = Scratch.planPath(1, "auth")
    try repository.write(
      repository.read(path).replacing("# Plan auth", with: Self.words), to: path)
    #expect(try findings(in: repository) == ["stale-updated EP-20260101-001_auth.md"])
  }

  // MARK: Status

  @Test func doneIsHeldAgainstGit() throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    try repository.work("one", plan: 1)
    try repository.git("switch --quiet main")
    #expect(try findings(in: repository).isEmpty)
    try repository.writePlan(1, "auth", status: "done")
    #expect(try findings(in: repository) == ["status-drift EP-20260101-001_auth.md"])
    let outcome = try repository.execplan(["lint", "--json"])
    #expect(outcome.output.contains("git shows active, not done: 1 commit on \(branch)"))
    try repository.merge(branch)
    #expect(try findings(in: repository).isEmpty)
  }

  // MARK: Places

  @Test func aShallowCloneSaysNothing() throws {
    let repository = try Scratch.withPlans("auth")
    try commit(
      [("id: \(Scratch.planID(1))", "id: \(Scratch.planID(7))")], at: "2026-01-01T10:00:00Z",
      in: repository)
    try repository.git([
      "clone", "--quiet", "--depth=1", "file://" + repository.path, "../shallow",
    ])
    let shallow = repository.surroundings + "/shallow"
    #expect(try findings(in: repository, at: shallow).isEmpty)
    let outcome = try repository.execplan(["lint"], in: shallow)
    #expect(outcome.errors.contains("shallow clone: rules about history are not asked"))
    try repository.git(["fetch", "--quiet", "--unshallow"], in: shallow)
    #expect(try findings(in: repository, at: shallow) == ["id-changed EP-20260101-001_auth.md"])
  }

  @Test func aRepositoryWithoutCommitsHasNoHistory() throws {
    let repository = try ScratchRepository()
    try repository.writePlan(1, "auth")
    #expect(try findings(in: repository).isEmpty)
  }
}
