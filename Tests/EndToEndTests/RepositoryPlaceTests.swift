import Foundation
import TestSupport
import Testing

/// The repository is found, and gives the same answers, from wherever the program is started.
struct RepositoryPlaceTests {
  private typealias Scratch = ScratchRepository

  /// Makes a repository with a landed plan and an open one; returns it with what `status` prints there.
  private func landedAndOpen() throws -> (repository: ScratchRepository, status: String) {
    let repository = try Scratch.withPlans("landed", "open")
    try repository.work("one", plan: 1)
    try repository.start(2)
    try repository.work("two", plan: 2)
    return (repository, try repository.succeeding(repository.execplan("status --json")))
  }

  @Test func everyWayToNameARepositoryLeadsToTheSameAnswer() throws {
    let (repository, expected) = try landedAndOpen()
    let outside = repository.surroundings
    let folder = repository.path
    #expect(try repository.execplan(["status", "--json"], in: folder + "/src").output == expected)
    for arguments in [
      ["-C", folder, "status", "--json"], ["status", "-C", "repository/src", "--json"],
    ] {
      let outcome = try repository.execplan(arguments, in: outside)
      #expect(outcome.output == expected)
    }
    for variables in [
      ["GIT_DIR": folder + "/.git", "GIT_WORK_TREE": folder],
      ["GIT_DIR": "repository/.git", "GIT_WORK_TREE": "repository"],
    ] {
      let outcome = try repository.execplan(
        ["status", "--json"], in: outside, environment: variables)
      #expect(outcome.output == expected)
    }
  }

  @Test func aLinkedWorkTreeIsMadeAndWorksLikeAnyOther() throws {
    let repository = try Scratch.withPlans("auth")
    try FileManager.default.createDirectory(
      atPath: repository.path + "/sub", withIntermediateDirectories: true)
    let outcome = try repository.execplan(
      ["start", Scratch.planID(1), "--worktree", "../../tree", "--json"],
      in: repository.path + "/sub")
    let made = try JSONDocument(repository.succeeding(outcome))
    let tree = repository.surroundings + "/tree"
    #expect(made["worktree"].string == tree)
    #expect(try repository.git("branch --show-current") == "main")
    #expect(
      try repository.git(["branch", "--show-current"], in: tree) == made["branch"].string)
    try repository.write("one", to: "../tree/one.txt")
    try repository.git(["add", "--all"], in: tree)
    try repository.git(["commit", "-q", "-m", "one"], in: tree)
    let plan = try repository.json("status", in: tree)["plans"][0]
    #expect(plan["commits"]["open"].integer == 1)
    // A plan that is written in one work tree is not in the other.
    _ = try repository.json("new", "Elsewhere", in: tree)
    #expect(try repository.json("list", in: tree)["plans"].array.count == 2)
    #expect(try repository.json("list")["plans"].array.count == 1)
  }

  @Test func aBareRepositoryIsReadAndNotWritten() throws {
    let (repository, expected) = try landedAndOpen()
    let bare = repository.surroundings + "/bare.git"
    try repository.git(["clone", "--quiet", "--bare", repository.path, bare])
    let plans = try repository.json("status", in: bare)["plans"]
    let derived = try JSONDocument(expected)["plans"].array.map { $0["derived"].string }
    #expect(plans.array.map { $0["derived"].string } == derived)
    #expect(try repository.execplan(["release", "--unreleased"], in: bare).exitCode == 0)
    let before = try repository.snapshot()
    for words in [["new", "X"], ["sync"], ["init"], ["registry", "build"]] {
      let outcome = try repository.execplan(words, in: bare)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.hasPrefix("error: this command needs a work tree"))
    }
    #expect(try repository.snapshot().differences(from: before).isEmpty)
  }

  @Test func aCloneKnowsThePlansBranchesOfItsRemote() throws {
    let (repository, _) = try landedAndOpen()
    let branch = try repository.git("branch --show-current")
    try repository.git("switch --quiet main")
    let clone = repository.surroundings + "/clone"
    try repository.git(["clone", "--quiet", repository.path, clone])
    let id = Scratch.planID(2)
    var branches = try repository.json("status", id, in: clone)["plans"][0]["branches"]
    #expect(branches.array.count == 1)
    #expect(branches[0]["name"].string == branch)
    #expect(branches[0]["remote"].string == "origin")
    #expect(branches[0]["state"].string == "open")
    // With its local counterpart it is one branch.
    try repository.git(["switch", "--quiet", branch], in: clone)
    branches = try repository.json("status", id, in: clone)["plans"][0]["branches"]
    #expect(branches.array.count == 1)
    #expect(branches[0]["remote"].isNull)
  }

  @Test func aTargetBehindItsUpstreamGivesWayToIt() throws {
    let repository = try Scratch.withPlans("auth")
    let clone = repository.surroundings + "/clone"
    try repository.git(["clone", "--quiet", repository.path, clone])
    let landed = try repository.work("one", plan: 1)
    try repository.git(["fetch", "--quiet"], in: clone)
    var status = try repository.json("status", in: clone)
    #expect(status["target"]["ref"].string == "refs/remotes/origin/main")
    #expect(status["target"]["commit"].string == landed)
    #expect(status["plans"][0]["derived"].string == "done")
    // With a commit of its own it is not strictly behind.
    try repository.git(["commit", "-q", "--allow-empty", "-m", "local"], in: clone)
    status = try repository.json("status", in: clone)
    #expect(status["target"]["ref"].string == "refs/heads/main")
  }

  @Test func aDetachedHeadIsFine() throws {
    let (repository, expected) = try landedAndOpen()
    try repository.git("switch --quiet --detach")
    #expect(try repository.execplan("status --json").output == expected)
    #expect(try repository.execplan("check").exitCode == 0)
    // As CI checks out a single ref: no branch at all.
    let clone = repository.surroundings + "/ci"
    try repository.git(["init", "--quiet", clone])
    try repository.git(["fetch", "--quiet", repository.path, "main"], in: clone)
    try repository.git(["checkout", "--quiet", "--detach", "FETCH_HEAD"], in: clone)
    let status = try repository.json("status", in: clone)
    #expect(status["target"]["commit"].string == (try repository.git("rev-parse main")))
    #expect(status["plans"][0]["derived"].string == "done")
  }

  @Test func anUnbornBranchHasPlansAndNoTarget() throws {
    let repository = try ScratchRepository()
    try repository.writePlan(1, "auth")
    let status = try repository.json("status")
    #expect(status["target"].isNull)
    #expect(status["plans"][0]["derived"].string == "planned")
    let releases = try repository.json("release", "--all")["releases"]
    #expect(releases.isList && releases.array.isEmpty)
  }

  @Test func aShallowCloneWorksWithAWarning() throws {
    let (repository, _) = try landedAndOpen()
    let clone = repository.surroundings + "/shallow"
    try repository.git(
      ["clone", "--quiet", "--depth=1", "--branch=main", "file://" + repository.path, clone])
    let outcome = try repository.execplan(["status", "--json"], in: clone)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.hasPrefix("warning: this is a shallow clone"))
    let plan = try JSONDocument(outcome.output)["plans"].element(Scratch.planID(1))
    // All that is known stands at the border, where nobody sees what it changes.
    #expect(plan["derived"].string == "planned")
    #expect(plan["basis"].string == "recorded")
    #expect(plan["warnings"].strings.first?.contains("git fetch --unshallow") == true)
    #expect(try repository.execplan(["status", "--quiet"], in: clone).errors.isEmpty)
  }

  @Test func harmlessExtensionsDoNotKeepARepositoryClosed() throws {
    let (repository, expected) = try landedAndOpen()
    try repository.git("config core.repositoryFormatVersion 1")
    try repository.git("config extensions.worktreeConfig true")
    #expect(try repository.execplan("status --json").output == expected)
    try repository.git("config extensions.partialClone origin")
    try repository.git("config remote.origin.url https://example.invalid/x.git")
    try repository.git("config remote.origin.promisor true")
    #expect(try repository.execplan("status --json").output == expected)
  }

  @Test func configurationOfOneWorkTreeCounts() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("branch develop")
    try repository.git("config extensions.worktreeConfig true")
    try repository.git("config --worktree execplan.target develop")
    #expect(try repository.json("status")["target"]["ref"].string == "refs/heads/develop")
  }
}
