import TestSupport
import Testing

/// Which branch work lands on, and what others have of it.
struct TargetTests {
  private typealias Scratch = ScratchRepository

  /// What `status --json` says of each target: `release/1 landed 2 rebase`.
  private func targets(_ repository: Scratch, _ options: String...) throws -> [String] {
    let outcome = try repository.execplan(["status", "--json"] + options)
    return try JSONDocument(repository.succeeding(outcome))["plans"][0]["targets"].array.map {
      target in
      let name = target["ref"].string?.split(separator: "/").dropFirst(2).joined(separator: "/")
      return [name ?? "-", target["state"].string ?? "-", "\(target["landed"].integer ?? -1)"]
        .joined(separator: " ") + target["via"].strings.map { " " + $0 }.joined()
    }
  }

  /// A plan whose work is merged into `main`, beside branches that were made before.
  private func merged(beside branches: String...) throws -> Scratch {
    let repository = try Scratch.withPlans("auth")
    for branch in branches { try repository.git("branch \(branch)") }
    let branch = try repository.start(1)
    try repository.work("one", plan: 1)
    try repository.work("two", plan: 1)
    try repository.merge(branch)
    try repository.git("config --add execplan.target main")
    return repository
  }

  @Test func furtherTargetsAreReportedAndDecideNothing() throws {
    let repository = try merged(beside: "release/1.9", "release/1.10", "other")
    try repository.git(["config", "--add", "execplan.target", "release/*"])
    try repository.git("branch release/2.0")
    #expect(
      try targets(repository) == [
        "main landed 2 merge", "release/1.9 missing 0", "release/1.10 missing 0",
        "release/2.0 landed 2 merge",
      ])
    let answer = try repository.json("status")
    #expect(answer["plans"][0]["derived"].string == "done")
    #expect(answer["target"]["ref"].string == "refs/heads/main")
    #expect(
      answer["further_targets"].array.map { $0["ref"].string } == [
        "refs/heads/release/1.9", "refs/heads/release/1.10", "refs/heads/release/2.0",
      ])
    #expect(
      try answer["further_targets"][2]["commit"].string == repository.git("rev-parse release/2.0"))
    let show = try repository.json("show", Scratch.planID(1))
    #expect(show["git"]["targets"].array.count == 4)
    for words in [["status", "--explain"], ["show", Scratch.planID(1)]] {
      let text = try repository.succeeding(repository.execplan(words))
      #expect(
        text.contains(
          "  also on release/2.0; not yet on release/1.9 and release/1.10\n"), "\(text)")
    }
  }

  @Test func theTableTellsWhichFurtherTargetsHaveTheWork() throws {
    let repository = try merged(beside: "release/1.9", "release/1.10")
    func table() throws -> [[String]] {
      try repository.succeeding(repository.execplan("status")).split(separator: "\n").prefix(2)
        .map { line in
          line.split(separator: #/ {2,}/#).map { String($0) }
        }
    }
    #expect(try table()[0] == ["PLAN", "STATUS", "WORK", "RELEASE", "TITLE"])
    try repository.git(["config", "--add", "execplan.target", "release/*"])
    #expect(try table()[0] == ["PLAN", "STATUS", "WORK", "ALSO ON", "RELEASE", "TITLE"])
    func cell() throws -> String { try table()[1][3] }
    #expect(try cell() == "-")
    try repository.git("switch --quiet release/1.10")
    try repository.git(["cherry-pick", "main^2~1"])
    #expect(try cell() == "release/1.10 1/2")
    for branch in ["release/2.0", "release/2.1", "release/3.0"] {
      try repository.git("branch \(branch) main")
    }
    #expect(try cell() == "release/1.10 1/2, release/2.0 +2")
  }

  @Test func oneTargetIsReportedAlone() throws {
    let repository = try merged(beside: "release/1")
    #expect(try targets(repository) == ["main landed 2 merge"])
    #expect(try repository.json("status")["further_targets"].isList)
    let text = try repository.succeeding(repository.execplan("status --explain"))
    #expect(!text.contains("not yet on"))
  }

  @Test func whatIsNamedTwiceOrNotThereIsReportedOnce() throws {
    let repository = try merged(beside: "release/1")
    for name in ["release/1", "release/[0-9]*", "main", "ma*", "gone", "nothing/*", ""] {
      try repository.git(["config", "--add", "execplan.target", name])
    }
    #expect(try targets(repository) == ["main landed 2 merge", "release/1 missing 0"])
    // A pattern names no target that decides, and one that is asked for goes first.
    #expect(
      try targets(repository, "--target", "release/1") == [
        "release/1 missing 0", "main landed 2 merge",
      ])
    try repository.git("config --unset-all execplan.target")
    try repository.git(["config", "execplan.target", "release/*"])
    #expect(try targets(repository) == ["main landed 2 merge", "release/1 missing 0"])
  }

  @Test func aCloneSeesTheBranchesOfTheRemote() throws {
    let repository = try merged(beside: "release/1", "release/2")
    let clone = repository.surroundings + "/clone"
    try repository.git(["clone", "--quiet", repository.path, clone])
    for name in ["main", "release/*"] {
      try repository.git(["config", "--add", "execplan.target", name], in: clone)
    }
    try repository.git(["branch", "--quiet", "release/2", "origin/release/2"], in: clone)
    // Fetched since: the local branch is behind.
    try repository.git("switch --quiet release/2")
    try repository.git("merge --quiet main")
    try repository.git(["fetch", "--quiet"], in: clone)
    let plan = try repository.json("status", in: clone)["plans"][0]
    #expect(
      plan["targets"].array.map { "\($0["ref"].string ?? "") \($0["landed"].integer ?? -1)" } == [
        "refs/heads/main 2", "refs/remotes/origin/release/2 2", "refs/remotes/origin/release/1 0",
      ])
    try repository.git(["config", "--unset-all", "execplan.target"], in: clone)
    try repository.git(["config", "execplan.target", "release/1"], in: clone)
    let target = try repository.json("status", in: clone)["target"]["ref"].string
    #expect(target == "refs/remotes/origin/release/1")
  }

  @Test(arguments: [[], ["-x"], ["--no-commit"]])
  func picksCountOnTheBranchThatHasThem(options: [String]) throws {
    // Without trailers nothing but the pick itself ties a commit to the plan.
    let repository = try Scratch.withPlans("auth")
    try repository.git("branch release/1")
    let branch = try repository.start(1)
    let works = try ["one", "two", "three"].map { try repository.work($0) }
    try repository.merge(branch)
    for name in ["main", "release/1"] {
      try repository.git(["config", "--add", "execplan.target", name])
    }
    try repository.git("switch --quiet release/1")
    try repository.work("own")
    for work in works.dropLast() {
      try repository.git(["cherry-pick"] + options + [work])
      // Somebody else's commit, with another title and time: only a message with its name would tell.
      if options == ["--no-commit"] {
        try repository.git([
          "commit", "--quiet", "-m", "back\n\n(cherry picked from commit \(work))",
        ])
      }
    }
    try repository.git("switch --quiet main")
    #expect(try targets(repository) == ["main landed 3 merge", "release/1 partial 2 rebase"])
    let text = try repository.succeeding(repository.execplan("status --explain"))
    #expect(text.contains("\n  2 of 3 commits on release/1\n"), "\(text)")
    #expect(try repository.status(of: 1)["commits"]["landed"].integer == 3)
    #expect(try repository.status(of: 1)["branches"].array.count == 1)
    // Taken back there, and only there.
    try repository.git("switch --quiet release/1")
    try repository.git("revert --no-edit HEAD")
    try repository.git("revert --no-edit HEAD~2")
    #expect(try targets(repository) == ["main landed 3 merge", "release/1 missing 0"])
    let after = try repository.succeeding(repository.execplan("status --explain"))
    #expect(after.contains("\n  taken back on release/1\n"), "\(after)")
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test(arguments: [[], ["-x"]])
  func aSquashIsPickedThoughItNamesNoPlan(options: [String]) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("branch release/1")
    let branch = try repository.start(1)
    try repository.work("one")
    try repository.work("two")
    try repository.git("switch --quiet main")
    try repository.work("elsewhere")
    try repository.git("merge --quiet --squash \(branch)")
    try repository.git(["commit", "--quiet", "-m", "Sign in (#7)"])
    for name in ["main", "release/1"] {
      try repository.git(["config", "--add", "execplan.target", name])
    }
    try repository.git("switch --quiet release/1")
    try repository.work("own")
    try repository.git(["cherry-pick"] + options + ["main"])
    #expect(try targets(repository) == ["main landed 1 squash", "release/1 landed 1 rebase"])
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test func aSquashOnAReleaseBranchHoldsTheBranch() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("branch release/1")
    let branch = try repository.start(1)
    try repository.work("one")
    try repository.work("two")
    for name in ["main", "release/1"] {
      try repository.git(["config", "--add", "execplan.target", name])
    }
    // Before it is on main.
    try repository.git("switch --quiet release/1")
    try repository.git("merge --quiet --squash \(branch)")
    try repository.git(["commit", "--quiet", "-m", "Backport"])
    #expect(try targets(repository) == ["main missing 0", "release/1 landed 2 squash"])
    let text = try repository.succeeding(repository.execplan("status --explain"))
    #expect(text.contains("\n  on release/1\n"), "\(text)")
    // And after: the branch is gone, and the squash has to say whose it is.
    try repository.git([
      "commit", "--quiet", "--amend", "-m", "Backport\n\nExecPlan: \(Scratch.planID(1))",
    ])
    try repository.merge(branch)
    try repository.git("branch --quiet -D \(branch)")
    #expect(try targets(repository) == ["main landed 2 merge", "release/1 landed 2 squash"])
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }
}
