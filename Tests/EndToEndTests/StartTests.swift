import Foundation
import TestSupport
import Testing

/// What `start` does where git, a hook or another clone has its own word in it.
struct StartTests {
  private typealias Scratch = ScratchRepository

  @Test func aFailingPostCheckoutHookLeavesTheBranch() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.write("#!/bin/sh\nexit 2\n", to: ".git/hooks/post-checkout")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: repository.path + "/.git/hooks/post-checkout")
    let outcome = try repository.execplan(["start", Scratch.planID(1)])
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("warning: cannot switch to ep/"))
    let branch = "ep/\(Scratch.planID(1))-auth"
    #expect(try repository.git("symbolic-ref --short HEAD") == branch)
    #expect(try repository.git("rev-parse HEAD") == repository.git("rev-parse main"))
    #expect(try repository.git("status --porcelain").isEmpty)
    #expect(try repository.git("config branch.\(branch).execplan") == Scratch.planID(1))
  }

  @Test func aBranchThatSomebodyPushedIsContinued() throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    let pushed = try repository.work("pushed", plan: 1)
    try repository.git("switch --quiet main")
    let clone = repository.surroundings + "/clone"
    try repository.git(["clone", "--quiet", repository.path, clone])
    _ = try repository.json("start", Scratch.planID(1), in: clone)
    #expect(try repository.git(["rev-parse", "HEAD"], in: clone) == pushed)
    #expect(
      try repository.git(["rev-parse", "--abbrev-ref", "@{upstream}"], in: clone)
        == "origin/\(branch)")
    let plan = try repository.json("status", in: clone)["plans"][0]
    #expect(plan["derived"].string == "active")
    #expect(plan["commits"]["open"].integer == 1)
    #expect(plan["branches"].array.count == 1)
  }

  @Test func fromIsForNewBranchesOnly() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.start(1)
    let outcome = try repository.execplan(["start", Scratch.planID(1), "--from", "main"])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("exists already"))
  }

  @Test func aPlanOfAnotherBranchKeepsItsMilestonesAndItsCommitsPass() throws {
    let repository = try Scratch.withPlans("auth")
    _ = try repository.succeeding(repository.execplan("hooks install"))
    try repository.git("switch --quiet -c elsewhere")
    try repository.writePlan(2, "later")
    try repository.writeMilestone(2, "later")
    try repository.commit("plan later\n\nExecPlan: \(Scratch.planID(2))", file: "x")
    try repository.git("switch --quiet main")
    let milestones = try repository.json("show", Scratch.planID(2))["milestones"].array
    #expect(milestones.map { $0["id"].string } == ["\(Scratch.planID(2))/MS001"])
    try repository.start(2, "--milestone", "MS001")
    try repository.write("work\n", to: "y")
    try repository.git("add y")
    let outcome = try repository.tryGit(["commit", "--quiet", "-m", "work"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      try repository.git(["log", "-1", "--format=%(trailers:key=Milestone,valueonly)"])
        .contains("\(Scratch.planID(2))/MS001"))
  }

  @Test func aSparseCheckoutWithoutPlansStillCommits() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.work("first", plan: 1)
    _ = try repository.succeeding(repository.execplan("hooks install"))
    try repository.git("sparse-checkout set --cone src")
    try repository.write("work\n", to: "src/y")
    try repository.git("add src/y")
    let message = "work\n\nExecPlan: \(Scratch.planID(1))"
    let outcome = try repository.tryGit(["commit", "--quiet", "-m", message])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }
}
