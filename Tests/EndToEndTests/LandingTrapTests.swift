import TestSupport
import Testing

/// Histories that look like something else.
struct LandingTrapTests {
  private typealias Scratch = ScratchRepository

  @Test func aFastForwardOverAMergeOfTheTargetIsDone() throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    try repository.work("mine", plan: 1)
    try repository.git("switch --quiet main")
    try repository.work("others")
    try repository.git("switch --quiet \(branch)")
    try repository.git(["merge", "--quiet", "main", "-m", "Merge branch 'main' into \(branch)"])
    try repository.git("switch --quiet main")
    try repository.git("merge --quiet --ff-only \(branch)")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done", "\(plan["reason"].string ?? "")")
    #expect(plan["branches"][0]["state"].string == "merged")
    try repository.git("config --unset branch.\(branch).execplanBase")
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test func aSquashThatListsWhatCameBeforeDoesNotHoldIt() throws {
    let repository = try Scratch.withPlans("auth")
    let plan = "ExecPlan: \(Scratch.planID(1))"
    let branch = try repository.start(1)
    try repository.commit("one\n\n\(plan)\nMilestone: \(Scratch.planID(1))/MS001", file: "one")
    try repository.git("switch --quiet main")
    try repository.git(["merge", "--quiet", "--squash", branch])
    try repository.git(["commit", "--quiet", "--message", "First (#1)\n\n* one\n\n\(plan)"])
    try repository.git("switch --quiet \(branch)")
    try repository.commit("two\n\n\(plan)", file: "two")
    try repository.git("switch --quiet main")
    try repository.git(["merge", "--quiet", "--squash", branch])
    try repository.commit("Second (#2)\n\n* one\n\n* two\n\n\(plan)", file: "two")
    let told = try repository.status(of: 1)
    #expect(told["commits"]["landed"].integer == 2)
    #expect(told["milestones"].array.map { $0["landed"].integer } == [1])
  }

  @Test func aPullRequestFromAForksMainBringsItsCommits() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet -c fork")
    let work = try repository.work("theirs")
    try repository.merge(
      "fork",
      message: "Merge pull request #12 from alice/main\n\nExecPlan: \(Scratch.planID(1))")
    try repository.git("branch --quiet -D fork")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["pull_requests"].array.map { $0["number"].integer } == [12])
    #expect(try repository.evidence(of: work, for: 1) == ["merge"])
  }

  @Test func anIssueNumberOfAnOpenCommitIsNoPullRequest() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.start(1)
    try repository.commit("Fix login (#45)\n\nExecPlan: \(Scratch.planID(1))", file: "x")
    #expect(try repository.status(of: 1)["pull_requests"].array.isEmpty)
    _ = try repository.succeeding(repository.execplan("sync"))
    #expect(try repository.read(Scratch.planPath(1, "auth")).contains("pr: \"\""))
  }

  @Test func aPushedCopyOfAPlanBranchTakesNothingFromIt() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet -c wip")
    try repository.git("config branch.wip.execplan \(Scratch.planID(1))")
    let first = try repository.work("first")
    try repository.git(["update-ref", "refs/remotes/origin/wip", first])
    try repository.work("second")
    #expect(try repository.status(of: 1)["commits"]["open"].integer == 2)
  }

  @Test func aForksBranchOfTheTargetsNameIsABranchOfItsOwn() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet -c theirs")
    let work = try repository.work("theirs", plan: 1)
    try repository.git("switch --quiet main")
    try repository.git(["update-ref", "refs/remotes/alice/main", work])
    try repository.git("branch --quiet -D theirs")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "active")
    #expect(plan["branches"].array.map { $0["remote"].string } == ["alice"])
  }

  @Test func theFinalReleaseOfACommitIsNewerThanItsCandidate() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.work("first", plan: 1)
    try repository.git("tag v1.0.0")
    try repository.git("tag v1.0.0-rc.1")
    #expect(try repository.json("release")["releases"][0]["tag"].string == "v1.0.0")
    try repository.work("second", plan: 1)
    try repository.git("tag v1.1.0")
    let release = try repository.json("release", "v1.1.0")["releases"][0]
    #expect(release["previous"].string == "v1.0.0")
    try repository.work("third", plan: 1)
    let unreleased = try repository.json("release", "--unreleased")["releases"][0]
    #expect(unreleased["previous"].string == "v1.1.0")
  }

  @Test func aTagWithoutADateIsRead() throws {
    let repository = try Scratch.withPlans("auth")
    let work = try repository.work("first", plan: 1)
    let tag = try repository.git(
      ["hash-object", "-t", "tag", "-w", "--literally", "--stdin"],
      input: "object \(work)\ntype commit\ntag v0.1\ntagger Somebody\n\nOld.\n")
    try repository.git("update-ref refs/tags/v0.1 \(tag)")
    let release = try repository.json("release", "v0.1")["releases"][0]
    #expect(release["commit"].string == work)
    #expect(release["plans"][0]["id"].string == Scratch.planID(1))
  }

  @Test func anOlderDocumentIsNotSynced() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("branch old")
    let branch = try repository.start(1)
    try repository.work("first", plan: 1)
    try repository.merge(branch)
    _ = try repository.succeeding(repository.execplan("sync"))
    try repository.commit("record\n\nExecPlan: \(Scratch.planID(1))", file: "x")
    try repository.git("switch --quiet old")
    let before = try repository.read(Scratch.planPath(1, "auth"))
    let outcome = try repository.execplan("sync")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("on main already"))
    #expect(try repository.read(Scratch.planPath(1, "auth")) == before)
  }

  @Test func aRangeMayEndAtACommitThatNoBranchReaches() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet --detach")
    let fetched = try repository.work("fetched", plan: 1)
    try repository.git("switch --quiet main")
    let check = try repository.json("check", "main..\(fetched)")
    #expect(check["checked"].integer == 1)
    #expect(check["findings"].array.isEmpty)
  }
}
