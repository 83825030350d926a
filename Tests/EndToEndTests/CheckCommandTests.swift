import TestSupport
import Testing

/// `check` judges commits that were made without the hooks, as CI does.
struct CheckCommandTests {
  private typealias Scratch = ScratchRepository
  private let one = ScratchRepository.planID(1)
  private let two = ScratchRepository.planID(2)

  /// Returns what `check` finds in the commits since `main`, and its exit code.
  private func check(_ repository: ScratchRepository) throws -> (json: JSONDocument, code: Int32) {
    let outcome = try repository.execplan("check main..HEAD --json")
    return (try JSONDocument(outcome.output), outcome.exitCode)
  }

  private func topic() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth", "other")
    try repository.writeMilestone(1, "auth")
    try repository.writeMilestone(2, "other")
    try repository.commit("milestones\n\nExecPlan: none", file: "x")
    try repository.git("switch --quiet -c topic")
    return repository
  }

  @Test(arguments: [
    ("no plan", "missing-id"), ("x\n\nExecPlan: EP-2026-1", "malformed-id"),
    ("x\n\nExecPlan: EP-20260101-777", "unknown-plan"),
    ("x\n\nExecPlan: docs/nothing.md", "unknown-plan"),
    ("x\n\nMilestone: EP-20260101-001/MS009", "unknown-milestone"),
    ("x\n\nExecPlan: EP-20260101-001\nMilestone: EP-20260101-002/MS001", "foreign-milestone"),
    ("fixup! x\n\nExecPlan: EP-20260101-001", "fixup-commit"), ("squash! x", "fixup-commit"),
  ])
  func everyRuleHasItsFinding(message: String, rule: String) throws {
    let repository = try topic()
    let commit = try repository.commit(message, file: "y")
    let (json, code) = try check(repository)
    #expect(code == 1)
    #expect(json["checked"].integer == 1)
    #expect(json["findings"].array.map { $0["rule"].string } == [rule])
    #expect(json["findings"][0]["commit"].string == commit)
    #expect(
      json["findings"][0]["subject"].string == (try repository.git("log -1 --format=%s")))
    #expect(json["findings"][0]["message"].string?.isEmpty == false)
  }

  @Test func workOnAPlanThatWasClosedBeforeIsAFinding() throws {
    let repository = try topic()
    try repository.writePlan(1, "auth", status: "done")
    try repository.commit("close\n\nExecPlan: none", file: "y")
    let late = try repository.work("late", plan: 1)
    let findings = try check(repository).json["findings"].array
    #expect(findings.map { $0["rule"].string } == ["closed-plan"])
    #expect(findings.first?["commit"].string == late)
  }

  @Test func workThatAPlanWasClosedAfterIsFine() throws {
    let repository = try topic()
    try repository.work("in time", plan: 1)
    try repository.writePlan(1, "auth", status: "done")
    try repository.commit("close\n\nExecPlan: \(one)", file: "y")
    #expect(try check(repository).code == 0)
  }

  @Test func whatTheHooksAcceptIsFine() throws {
    let repository = try topic()
    try repository.work("trailer", plan: 1)
    try repository.commit("milestone\n\nMilestone: \(one)/MS001", file: "a")
    try repository.commit("none\n\nExecPlan: none (a reason)", file: "b")
    try repository.commit("body\n\nExecPlan: \(one)\n\nMore text.", file: "c")
    try repository.git("revert --no-edit HEAD")
    try repository.git("switch --quiet -c side main")
    try repository.work("side", plan: 2)
    try repository.git("switch --quiet topic")
    try repository.git("merge --quiet --no-ff side")
    try repository.writePlan(1, "auth", status: "paused")
    try repository.git("add --all")
    try repository.git("commit --quiet --no-verify -m plan-only")
    let (json, code) = try check(repository)
    #expect(code == 0)
    let count = try repository.git("rev-list --count main..HEAD")
    #expect(json["checked"].integer == Int(count))
    #expect(json["findings"].isList && json["findings"].array.isEmpty)
  }

  @Test func aPlanThatMovedOrWentAwayLaterWasThere() throws {
    let repository = try Scratch.withPlans("auth", "gone")
    try repository.write("# A plan\n", to: "docs/plans/old.md")
    try repository.commit("a plan of another kind\n\nExecPlan: none", file: "x")
    try repository.git("switch --quiet -c topic")
    try repository.work("of a plan that goes", plan: 2)
    try repository.commit("by path\n\nExecPlan: docs/plans/old.md", file: "y")
    try repository.commit("by path\n\nExecPlan: \(Scratch.planPath(1, "auth"))", file: "z")
    try repository.git("mv docs/plans/old.md docs/plans/new.md")
    try repository.git("mv .agent/exec_plans/auth .agent/exec_plans/other")
    try repository.git(["rm", "-q", Scratch.planPath(2, "gone")])
    try repository.git(["commit", "-q", "-m", "tidy\n\nExecPlan: none"])
    try repository.git("branch --quiet --force main")
    try repository.work("too late", plan: 2)
    let outcome = try repository.execplan("check HEAD~5..")
    #expect(outcome.exitCode == 1)
    #expect(outcome.lines.last == "5 commits checked, 1 finding, 1 of no plan", "\(outcome.output)")
  }

  @Test func notesSpeakForTheirCommits() throws {
    let repository = try topic()
    try repository.commit("x\n\nExecPlan: EP-20260101-777", file: "y")
    try repository.work("forgotten")
    #expect(try check(repository).json["findings"].array.count == 2)
    try repository.git(["notes", "--ref=execplan", "add", "--message=ExecPlan: \(one)"])
    try repository.git([
      "notes", "--ref=execplan", "add", "--message=ExecPlan: \(two)",
      "--message=Not-ExecPlan: EP-20260101-777", "HEAD~",
    ])
    #expect(try check(repository).code == 0)
  }

  @Test func commitsOfARenumberedPlanStayRight() throws {
    let repository = try topic()
    try repository.work("work", plan: 1)
    #expect(try repository.execplan("renumber \(one)").exitCode == 0)
    try repository.commit("renumbered\n\nExecPlan: none", file: "z")
    let (json, code) = try check(repository)
    #expect(code == 0 && json["checked"].integer == 2)
  }

  @Test func findingsComeInTheOrderOfHistory() throws {
    let repository = try topic()
    let bad = try (1...3).map { try repository.work("bad-\($0)") }
    try repository.work("good", plan: 1)
    let findings = try check(repository).json["findings"].array
    #expect(findings.map { $0["commit"].string } == bad)
  }

  @Test func withoutARangeItIsWhatHeadHasBeyondTheTarget() throws {
    let repository = try topic()
    #expect(try repository.json("check")["checked"].integer == 0)
    try repository.work("bad")
    try repository.work("good", plan: 1)
    let outcome = try repository.execplan("check")
    #expect(outcome.exitCode == 1)
    #expect(outcome.lines.last == "2 commits checked, 1 finding")
    // A single commit stands for what it has beyond the target.
    #expect(try repository.execplan("check HEAD~").lines.last == "1 commit checked, 1 finding")
    #expect(try repository.execplan("check HEAD~..HEAD").exitCode == 0)
  }
}
