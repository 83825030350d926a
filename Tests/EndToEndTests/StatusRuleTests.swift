import TestSupport
import Testing

/// What persons say about a plan, and what they leave undone.
struct StatusRuleTests {
  private typealias Scratch = ScratchRepository

  @Test func anUnfinishedMilestoneKeepsAPlanActive() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writeMilestone(1, "auth")
    try repository.work("one", plan: 1, milestone: true)
    var plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "active")
    #expect(try #require(plan["reason"].string).contains("MS001 is not finished"))
    let milestone = plan["milestones"].element("\(Scratch.planID(1))/MS001")
    #expect(milestone["title"].string == "First part")
    #expect(milestone["completed"].boolean == false)
    #expect(milestone["landed"].integer == 1)
    #expect(milestone["open"].integer == 0)
    try repository.writeMilestone(1, "auth", status: "completed")
    plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["milestones"][0]["completed"].boolean == true)
  }

  @Test(arguments: ["done", "archived"])
  func aMilestoneIsFinishedByTheseWordsToo(status: String) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writeMilestone(1, "auth", status: status)
    try repository.work("one", plan: 1)
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test func aMilestoneAloneLinksToItsPlan() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writeMilestone(1, "auth", status: "completed")
    let trailer = "Milestone: \(Scratch.planID(1))/MS001"
    try repository.commit("one\n\n\(trailer)", file: "one")
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test func startingAMilestoneNamesItInEveryCommit() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writeMilestone(1, "auth")
    _ = try repository.succeeding(repository.execplan("hooks install"))
    try repository.start(1, "--milestone", "MS001")
    try repository.git("commit --quiet --allow-empty -m one")
    #expect(
      try repository.git("log -1 --format=%(trailers)")
        == "ExecPlan: \(Scratch.planID(1))\nMilestone: \(Scratch.planID(1))/MS001\n")
    let before = try repository.snapshot()
    let unknown = try repository.execplan(["start", Scratch.planID(1), "--milestone", "MS002"])
    #expect(unknown.exitCode == 2)
    #expect(try repository.snapshot().differences(from: before).isEmpty)
  }

  @Test(arguments: [
    ("merged", false, false), ("milestones", false, true), ("progress", true, true),
  ])
  func theConditionForDoneIsConfigured(
    condition: String, needsBoxes: Bool, needsMilestones: Bool
  ) throws {
    let repository = try Scratch.withPlans("boxes", "milestones")
    try repository.git("config execplan.doneWhen \(condition)")
    try repository.writePlan(1, "boxes", boxes: "- [x] One.\n- [ ] Two.")
    try repository.writeMilestone(2, "milestones")
    try repository.work("one", plan: 1)
    try repository.work("two", plan: 2)
    let boxes = try repository.status(of: 1)
    #expect(boxes["derived"].string == (needsBoxes ? "active" : "done"))
    #expect(boxes["warnings"].strings == (needsBoxes ? [] : ["1 box of Progress is not ticked"]))
    let milestones = try repository.status(of: 2)
    #expect(milestones["derived"].string == (needsMilestones ? "active" : "done"))
  }

  @Test func pausedStaysUntilTheWorkIsDone() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writePlan(1, "auth", status: "paused")
    try repository.commit("pause\n\nExecPlan: none", file: "x")
    let branch = try repository.start(1)
    try repository.work("one", plan: 1)
    #expect(try repository.status(of: 1)["derived"].string == "paused")
    #expect(try repository.status(of: 1)["drift"].boolean == false)
    try repository.merge(branch)
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test func archivedStaysWhateverHappens() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writePlan(1, "auth", status: "archived")
    try repository.work("one", plan: 1)
    try repository.start(1)
    try repository.work("two", plan: 1)
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "archived")
    #expect(plan["drift"].boolean == false)
    let sync = try JSONDocument(repository.execplan("sync --dry-run --json").output)
    #expect(sync["plans"].isList && sync["plans"].array.isEmpty)
  }

  @Test func startingAgainKeepsWhereTheBranchBegan() throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    let base = try repository.git("config branch.\(branch).execplanBase")
    try repository.work("one", plan: 1)
    try repository.git("switch --quiet main")
    #expect(try repository.start(1) == branch)
    #expect(try repository.git("config branch.\(branch).execplanBase") == base)
    #expect(try repository.git("branch --show-current") == branch)
    #expect(try repository.status(of: 1)["commits"]["open"].integer == 1)
  }

  @Test func explainingShowsEveryCommitWithItsEvidence() throws {
    let repository = try Scratch.withPlans("auth")
    let commit = try repository.work("one", plan: 1)
    let text = try repository.succeeding(repository.execplan("status --explain"))
    #expect(text.contains(String(commit.prefix(7))))
    #expect(text.contains("trailer"))
    #expect(text.contains("1 commit landed on main"))
  }
}
