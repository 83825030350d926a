import TestSupport
import Testing

/// Where work has landed, and what that makes of a plan's status.
struct LandingTests {
  @Test func aFastForwardLandsAPlan() throws {
    let repository = try ScratchRepository.withPlans("auth")
    let branch = try repository.start(1)
    try repository.work("one", plan: 1)
    try repository.work("two", plan: 1)
    try repository.git("switch --quiet main")
    try repository.git("merge --quiet --ff-only \(branch)")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["commits"]["landed"].integer == 2)
    #expect(plan["branches"][0]["state"].string == "merged")
    #expect(plan["branches"][0]["integration"].string == "fast-forward")
    #expect(plan["branches"][0]["ahead"].integer == 0)
  }

  @Test func aMergeLandsAPlanThoughItsBranchIsDeleted() throws {
    let repository = try ScratchRepository.withPlans("auth")
    let branch = try repository.start(1)
    let commits = [try repository.work("one"), try repository.work("two")]
    try repository.merge(branch)
    #expect(try repository.status(of: 1)["branches"][0]["integration"].string == "merge")
    try repository.git("branch --quiet -D \(branch)")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["commits"]["landed"].integer == 2)
    #expect(plan["branches"].isList && plan["branches"].array.isEmpty)
    #expect(try commits.map { try repository.evidence(of: $0, for: 1) } == [["merge"], ["merge"]])
  }

  @Test(arguments: ["", "main moved on", "main merged into it"])
  func aStartedBranchWithoutCommitsIsNeverMerged(later: String) throws {
    let repository = try ScratchRepository.withPlans("auth")
    let branch = try repository.start(1, "--no-switch")
    #expect(try repository.git("branch --show-current") == "main")
    if !later.isEmpty { try repository.work("elsewhere") }
    if later == "main merged into it" {
      try repository.git("switch --quiet \(branch)")
      try repository.git("merge --quiet main")
    }
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "active")
    #expect(plan["basis"].string == "git")
    #expect(plan["branches"][0]["state"].string == "empty")
    #expect(plan["branches"][0]["integration"].isNull)
    #expect(plan["branches"][0]["ahead"].integer == 0)
    #expect(plan["commits"]["landed"].integer == 0)
  }

  @Test func anEmptyBranchKeepsLandedWorkFromBeingDone() throws {
    let repository = try ScratchRepository.withPlans("auth")
    try repository.work("one", plan: 1)
    #expect(try repository.status(of: 1)["derived"].string == "done")
    try repository.start(1)
    #expect(try repository.status(of: 1)["derived"].string == "active")
  }

  @Test func workAfterTheMergeIsOpenAgain() throws {
    let repository = try ScratchRepository.withPlans("auth")
    let branch = try repository.start(1)
    try repository.work("one", plan: 1)
    try repository.merge(branch)
    try repository.git("switch --quiet \(branch)")
    try repository.work("two", plan: 1)
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "active")
    #expect(plan["commits"]["landed"].integer == 1)
    #expect(plan["commits"]["open"].integer == 1)
    #expect(plan["branches"][0]["state"].string == "open")
    #expect(plan["branches"][0]["ahead"].integer == 1)
  }

  @Test func anOpenBranchSaysHowFarItIsAhead() throws {
    let repository = try ScratchRepository.withPlans("auth")
    let branch = try repository.start(1)
    try repository.work("one")
    try repository.work("two")
    try repository.git("switch --quiet main")
    try repository.work("elsewhere")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "active")
    #expect(plan["reason"].string == "2 commits on \(branch) are not on main")
    let ahead = try repository.git("rev-list --count main..\(branch)")
    #expect(plan["branches"][0]["ahead"].integer == Int(ahead))
    #expect(
      try plan["branches"][0]["head"].string == repository.git(["rev-parse", branch]))
  }

  @Test func aMergeThatGitSawNoBranchOfIsNotForgotten() throws {
    // A branch made by hand: nothing but its name tells the plan, and it is deleted after its merge.
    let repository = try ScratchRepository.withPlans("auth")
    let branch = "mara/\(ScratchRepository.planID(1))"
    try repository.git("switch --quiet -c \(branch)")
    let commit = try repository.work("one")
    #expect(try repository.evidence(of: commit, for: 1) == ["branch"])
    try repository.merge(branch)
    try repository.git("branch --quiet -D \(branch)")
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test func aPlanThatGitDoesNotKnowIsAsRecordedAndNoDrift() throws {
    let repository = try ScratchRepository.withPlans("auth")
    try repository.writePlan(1, "auth", status: "done")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["basis"].string == "recorded")
    #expect(plan["drift"].boolean == false)
    #expect(try repository.execplan("sync --dry-run").output.hasPrefix("every plan"))
  }

  @Test func workAloneMakesAPlanDoneWithoutAnyBranch() throws {
    let repository = try ScratchRepository.withPlans("auth", "other")
    try repository.work("one", plan: 1)
    let plans = try repository.json("status")["plans"]
    #expect(plans.element(ScratchRepository.planID(1))["derived"].string == "done")
    #expect(plans.element(ScratchRepository.planID(2))["derived"].string == "planned")
  }

  @Test func anotherTargetCanBeAskedFor() throws {
    let repository = try ScratchRepository.withPlans("auth")
    try repository.git("branch develop")
    let branch = try repository.start(1)
    try repository.work("one", plan: 1)
    try repository.git("switch --quiet develop")
    try repository.git("merge --quiet --no-ff \(branch)")
    #expect(try repository.status(of: 1)["derived"].string == "active")
    #expect(try repository.status(of: 1, "--target", "develop")["derived"].string == "done")
    try repository.git("config execplan.target develop")
    #expect(try repository.status(of: 1)["derived"].string == "done")
    #expect(try repository.json("status")["target"]["ref"].string == "refs/heads/develop")
  }
}
