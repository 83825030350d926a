import TestSupport
import Testing

/// What the references tell under which forges keep pull requests.
struct PullReferenceTests {
  private typealias Scratch = ScratchRepository

  private func requests(_ repository: ScratchRepository, of plan: Int = 1) throws -> [String] {
    try repository.status(of: plan)["pull_requests"].array.map { request in
      let words = [request["evidence"].string, request["confidence"].string].compactMap(\.self)
      return "\(request["number"].integer ?? 0) " + words.joined(separator: " ")
    }
  }

  @Test(arguments: [
    "refs/pull/12/head", "refs/merge-requests/12/head", "refs/pull-requests/12/from",
    "refs/changes/12/12/3", "refs/remotes/origin/pr/12", "refs/remotes/origin/pull/12/head",
    "refs/remotes/origin/merge-requests/12",
  ])
  func anOpenBranchIsTheTipOfItsPullRequest(reference: String) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.start(1)
    try repository.work("one")
    try repository.git("update-ref \(reference) HEAD")
    try repository.work("two")
    #expect(try requests(repository) == ["12 ref high"])
    let branches = try repository.status(of: 1)["branches"].array
    #expect(branches.map { $0["name"].string } == ["ep/EP-20260101-001-auth"])
  }

  @Test func theLastPatchSetCounts() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("update-ref refs/changes/34/1234/9 HEAD")
    try repository.work("one", plan: 1)
    try repository.git("update-ref refs/changes/34/1234/10 HEAD")
    try repository.git("config execplan.forge gerrit")
    #expect(try requests(repository) == ["1234 ref high"])
  }

  @Test func aRuleThatFetchesPullRequestsTellsTheirNamesHere() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("remote add origin https://github.com/acme/shop")
    try repository.git(
      "config --add remote.origin.fetch +refs/pull/*/head:refs/remotes/origin/review/*")
    try repository.start(1)
    try repository.work("one")
    try repository.git("update-ref refs/remotes/origin/review/12 HEAD")
    #expect(try requests(repository) == ["12 ref high"])
    #expect(try repository.status(of: 1)["branches"].array.count == 1)
  }

  @Test func aBranchThatIsFollowedIsABranchWhateverItsName() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("remote add origin https://github.com/acme/shop")
    try repository.git("switch --quiet --create mine")
    try repository.work("one", plan: 1)
    try repository.git("update-ref refs/remotes/origin/pr/12 HEAD")
    try repository.git("branch --set-upstream-to=origin/pr/12")
    try repository.git("switch --quiet main")
    try repository.git("branch --quiet -D mine")
    #expect(try repository.status(of: 1)["branches"].array.isEmpty)
    try repository.git("switch --quiet --create mine origin/pr/12")
    #expect(try requests(repository).isEmpty)
  }

  @Test func aRebaseMergeIsKnownByThePullRequestsTip() throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    try repository.work("one", plan: 1)
    try repository.work("two", plan: 1)
    try repository.git("update-ref refs/pull/12/head HEAD")
    try repository.git("switch --quiet main")
    try repository.work("elsewhere")
    try repository.git("cherry-pick \(branch)~1 \(branch)")
    try repository.git("branch --quiet -D \(branch)")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["commits"]["landed"].integer == 2)
    #expect(try requests(repository) == ["12 ref high"])
  }

  /// The branch is gone and the squash commit has no trailer: the pull request still has the commits.
  @Test func aSquashIsLinkedThroughItsPullRequest() throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    try repository.work("one", plan: 1)
    try repository.work("two", plan: 1)
    try repository.git("update-ref refs/pull/12/head HEAD")
    try repository.git("switch --quiet main")
    try repository.git("merge --quiet --squash \(branch)")
    try repository.write("changed by hand\n", to: "src/two.txt")
    try repository.git("add --all")
    try repository.git(["commit", "--quiet", "--no-verify", "-m", "Sign in (#12)"])
    let squash = try repository.git("rev-parse HEAD")
    try repository.git("branch --quiet -D \(branch)")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["commits"]["landed"].integer == 1)
    #expect(try repository.evidence(of: squash, for: 1) == ["copy"])
    #expect(try requests(repository) == ["12 squash high"])
  }

  @Test func aFastForwardIsKnownButNotForSure() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.work("one", plan: 1)
    try repository.git("update-ref refs/pull/12/head HEAD")
    #expect(try requests(repository) == ["12 ref low"])
    try repository.git("update-ref -d refs/pull/12/head")
    try repository.git("update-ref refs/merge-requests/12/head HEAD")
    try repository.git("config execplan.forge gitlab")
    #expect(try requests(repository) == ["12 ref high"])
  }

  @Test func aMergeWithoutANumberMergedAKnownTip() throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    try repository.work("one")
    try repository.git("update-ref refs/pull/12/head HEAD")
    try repository.merge(branch)
    #expect(try requests(repository) == ["12 ref high"])
  }

  @Test func azureHasNothingButTheMerges() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("config execplan.forge azure")
    let branch = try repository.start(1)
    try repository.work("one")
    try repository.git("switch --quiet --detach main")
    try repository.git("merge --quiet --no-ff \(branch)")
    try repository.git("update-ref refs/pull/12/merge HEAD")
    try repository.git("switch --quiet main")
    #expect(try requests(repository) == ["12 ref high"])
  }

  @Test func aNumberIsAnIssuesWhereThePullRequestsAreKnown() throws {
    let repository = try Scratch.withPlans("auth")
    for title in ["Four (#4)", "Five (#5)", "Nine (#9)"] {
      try repository.commit(title, file: title)
    }
    try repository.commit("Fix (#4)\n\nExecPlan: \(Scratch.planID(1))", file: "one")
    #expect(try requests(repository) == ["4 squash low"])
    try repository.git("update-ref refs/pull/5/head HEAD~1")
    #expect(try requests(repository).isEmpty)
    try repository.git("update-ref refs/pull/4/head HEAD~2")
    #expect(try requests(repository) == ["4 squash high"])
    try repository.git("update-ref -d refs/pull/5/head")
    try repository.git("update-ref refs/pull/3/head HEAD~2")
    try repository.git("update-ref -d refs/pull/4/head")
    #expect(try requests(repository) == ["4 squash low"])
    // One that was fetched alone does not tell of the others.
    try repository.git("update-ref refs/remotes/origin/pr/8 HEAD~2")
    try repository.git("update-ref -d refs/pull/3/head")
    #expect(try requests(repository) == ["4 squash low"])
  }

  @Test(arguments: [
    ("refs/pull/*/head", "pull", true), ("refs/merge-requests/*/head", "mr", true),
    ("refs/pull/12/head", "pull", false),
  ])
  func aRuleThatFetchesAllOfThemTellsOfIssues(
    source: String, folder: String, isIssue: Bool
  ) throws {
    let repository = try Scratch.withPlans("auth")
    let isGitLab = folder == "mr"
    let host = isGitLab ? "gitlab.com" : "github.com"
    try repository.git("remote add origin https://\(host)/acme/shop")
    let here = "refs/remotes/origin/\(folder)/\(isIssue ? "*" : "12")"
    try repository.git(["config", "--add", "remote.origin.fetch", "+\(source):\(here)"])
    try repository.git("update-ref refs/remotes/origin/\(folder)/12 HEAD")
    let mark = isGitLab ? "!" : "#"
    try repository.commit(
      "Fix (\(mark)4)\n\nExecPlan: \(Scratch.planID(1))", file: "one")
    // GitLab's mark is none of an issue: the number is another project's.
    let expected = isGitLab ? ["4 squash low"] : isIssue ? [] : ["4 squash low"]
    #expect(try requests(repository) == expected)
    try repository.git("update-ref refs/remotes/origin/\(folder)/4 HEAD~1")
    #expect(try requests(repository) == ["4 squash high"])
  }

  @Test func pullRequestsOfAnotherRemoteAreOthers() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("remote add origin https://github.com/acme/shop")
    try repository.git("remote add fork https://github.com/mara/shop")
    try repository.git("branch --quiet topic")
    try repository.start(1)
    try repository.work("one")
    try repository.git("update-ref refs/remotes/fork/pr/12 HEAD")
    #expect(try requests(repository).isEmpty)
    try repository.git("update-ref refs/remotes/origin/pr/13 HEAD")
    #expect(try requests(repository) == ["13 ref high"])
  }
}
