import TestSupport
import Testing

/// Which commits belong to which plan, and by what evidence.
struct LinkTests {
  private typealias Scratch = ScratchRepository

  @Test(arguments: [true, false])
  func aStackedBranchLeavesItsBaseItsOwnCommits(isStarted: Bool) throws {
    let repository = try Scratch.withPlans("base", "top")
    let base = try repository.start(1)
    try repository.work("base-one")
    try repository.work("base-two")
    var top = "ep/\(Scratch.planID(2))-by-hand"
    if isStarted {
      top = try repository.start(2, "--from", base)
    } else {
      try repository.git("switch --quiet -c \(top)")
    }
    try repository.work("top-one")
    #expect(try repository.status(of: 1)["commits"]["open"].integer == 2)
    #expect(try repository.status(of: 2)["commits"]["open"].integer == 1)
    let ahead = try repository.git("rev-list --count main..\(top)")
    let branches = try repository.status(of: 2)["branches"].array
    #expect(branches.first { $0["name"].string == top }?["ahead"].integer == Int(ahead))

    try repository.merge(base)
    #expect(try repository.status(of: 1)["commits"]["landed"].integer == 2)
    #expect(try repository.status(of: 2)["commits"]["open"].integer == 1)
    try repository.merge(top)
    #expect(try repository.status(of: 1)["commits"]["landed"].integer == 2)
    #expect(try repository.status(of: 2)["commits"]["landed"].integer == 1)
  }

  @Test(arguments: [
    "Merge branch 'main' into feature", "catch up with main",
    "Merge branch 'main' into feature\n\nExecPlan: EP-20260101-001",
    "catch up with main\n\nExecPlan: EP-20260101-001",
  ])
  func mergingMainIntoABranchBringsNothingOfMainToThePlan(message: String) throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    let before = try repository.work("before")
    try repository.git("switch --quiet main")
    let foreign = [try repository.work("foreign-one"), try repository.work("foreign-two")]
    try repository.git("switch --quiet \(branch)")
    try repository.git(["merge", "--quiet", "--no-ff", "-m", message, "main"])
    let after = try repository.work("after")
    #expect(try repository.status(of: 1)["commits"]["open"].integer == 2)
    #expect(try repository.status(of: 1)["commits"]["landed"].integer == 0)
    try repository.merge(branch)
    #expect(try repository.status(of: 1)["commits"]["landed"].integer == 2)
    #expect(try repository.evidence(of: before, for: 1) != nil)
    #expect(try repository.evidence(of: after, for: 1) != nil)
    for commit in foreign { #expect(try repository.evidence(of: commit, for: 1) == nil) }
  }

  @Test func aMergeWithATrailerGivesThePlanWhatItBrought() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet -c topic")
    let commit = try repository.work("one")
    try repository.merge("topic", message: "topic\n\nExecPlan: \(Scratch.planID(1))")
    #expect(try repository.evidence(of: commit, for: 1) == ["merge"])
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test func aCommitWithAnotherPlansTrailerKeepsItsOwn() throws {
    let repository = try Scratch.withPlans("auth", "other")
    let branch = try repository.start(1)
    let foreign = try repository.work("foreign", plan: 2)
    try repository.work("own")
    #expect(try repository.status(of: 1)["commits"]["open"].integer == 1)
    try repository.merge(branch)
    #expect(try repository.status(of: 1)["commits"]["landed"].integer == 1)
    #expect(try repository.status(of: 2)["commits"]["landed"].integer == 1)
    #expect(try repository.evidence(of: foreign, for: 1) == nil)
    #expect(try repository.evidence(of: foreign, for: 2) == ["trailer"])
  }

  @Test func aCommitThatDeclaresNoneBelongsToNoPlan() throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    let none = try repository.commit("typo\n\nExecPlan: none (a typo)", file: "typo")
    try repository.work("own")
    #expect(try repository.status(of: 1)["commits"]["open"].integer == 1)
    try repository.merge(branch)
    #expect(try repository.evidence(of: none, for: 1) == nil)
    #expect(try repository.status(of: 1)["commits"]["landed"].integer == 1)
  }

  @Test func aSquashMessageNamesThePlanInItsMiddle() throws {
    let repository = try Scratch.withPlans("auth")
    let commit = try repository.commit(
      """
      Auth refresh (#12)

      * one

      ExecPlan: \(Scratch.planID(1))

      * two

      ---------

      Co-authored-by: B Other <b@example.com>
      """, file: "squashed")
    #expect(try repository.git("log -1 --format=%(trailers:key=ExecPlan)").isEmpty)
    #expect(try repository.evidence(of: commit, for: 1) == ["body"])
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test func aGitNoteLinksAfterwards() throws {
    let repository = try Scratch.withPlans("auth")
    let commit = try repository.work("one")
    #expect(try repository.status(of: 1)["basis"].string == "recorded")
    let line = "ExecPlan: \(Scratch.planID(1))"
    try repository.git(["notes", "--ref=execplan", "add", "-m", line, commit])
    #expect(try repository.evidence(of: commit, for: 1) == ["note"])
    #expect(try repository.status(of: 1)["derived"].string == "done")
    try repository.git(["notes", "--ref=other", "add", "-m", line, "HEAD~"])
    #expect(try repository.status(of: 1)["commits"]["landed"].integer == 1)
  }

  @Test func trailersAreReadAsGitReadsThem() throws {
    let repository = try Scratch.withPlans("auth", "other")
    try repository.commit(
      "lower case, folded\n\nexecplan:\n \(Scratch.planID(1))\nExecPlan: \(Scratch.planID(2))",
      file: "a")
    try repository.commit("prose\n\nThis is about \(Scratch.planID(1)), somehow.", file: "b")
    for number in [1, 2] {
      #expect(try repository.status(of: number)["commits"]["landed"].integer == 1)
    }
  }

  @Test func upkeepIsShownAndIsNoWork() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writePlan(1, "auth", title: "\"Better title\"")
    let message = "plan: better title\n\nExecPlan: \(Scratch.planID(1))"
    try repository.commit(message, file: ".agent/exec_plans/registry.json", text: "{}\n")
    var plan = try repository.status(of: 1)
    #expect(plan["commits"]["upkeep"].integer == 1)
    #expect(plan["commits"]["landed"].integer == 0)
    #expect(plan["derived"].string == "planned")
    // One file elsewhere makes the same commit work.
    try repository.writePlan(1, "auth", title: "\"Best title\"")
    try repository.work("code", plan: 1)
    plan = try repository.status(of: 1)
    #expect(plan["commits"]["upkeep"].integer == 1)
    #expect(plan["commits"]["landed"].integer == 1)
  }

  @Test(arguments: [true, false])
  func anOctopusGivesNoPlanTheBranchOfAnother(hasMainMoved: Bool) throws {
    let repository = try Scratch.withPlans("one", "two")
    var branches: [String] = []
    var commits: [String] = []
    for number in [1, 2] {
      branches.append(try repository.start(number, "--from", "main"))
      commits.append(try repository.work("work-\(number)"))
    }
    try repository.git("switch --quiet main")
    // Where main did not move, git fast-forwards to the first branch and merges the second alone.
    if hasMainMoved { try repository.work("elsewhere") }
    try repository.git("merge --quiet \(branches.joined(separator: " "))")
    try repository.git("branch --quiet -D \(branches.joined(separator: " "))")
    #expect(try repository.evidence(of: commits[1], for: 2) == ["merge"])
    #expect(try repository.evidence(of: commits[1], for: 1) == nil)
    #expect(try repository.evidence(of: commits[0], for: 2) == nil)
    if hasMainMoved { #expect(try repository.evidence(of: commits[0], for: 1) == ["merge"]) }
  }
}
