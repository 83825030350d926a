import TestSupport
import Testing

/// Pull requests that GitHub's messages name, and `links.pr`.
struct PullRequestTests {
  private typealias Scratch = ScratchRepository

  /// Makes a plan whose branch came in through pull request 7.
  private func merged(link: String = "", remote: String? = nil) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.writePlan(1, "auth", pullRequest: link)
    try repository.commit("plan\n\nExecPlan: none", file: "README")
    if let remote { try repository.git("remote add origin \(remote)") }
    let branch = try repository.start(1)
    try repository.work("one")
    try repository.merge(branch, message: "Merge pull request #7 from mara/\(branch)\n\nAuth")
    return repository
  }

  /// Returns the value of `links.pr` after `sync`.
  private func link(in repository: ScratchRepository) throws -> String? {
    _ = try repository.succeeding(repository.execplan("sync"))
    return try repository.read(Scratch.planPath(1, "auth")).split(separator: "\n")
      .first { $0.hasPrefix("  pr:") }.map { $0.dropFirst(5).filter { !" \"'".contains($0) } }
  }

  @Test func aMergeNamesItsPullRequestThoughTheBranchIsGone() throws {
    let repository = try merged()
    try repository.git("branch --quiet -D ep/\(Scratch.planID(1))-auth")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["pull_requests"].array.count == 1)
    #expect(plan["pull_requests"][0]["number"].integer == 7)
    #expect(plan["pull_requests"][0]["evidence"].string == "merge")
    #expect(plan["pull_requests"][0]["url"].isNull)
    #expect(try link(in: repository) == "#7")
  }

  @Test func aSquashNamesTheLastNumberOfItsSubject() throws {
    let repository = try Scratch.withPlans("auth")
    let message = "Backport \"X (#3)\" (#9)\n\n* one\n\nExecPlan: \(Scratch.planID(1))"
    try repository.commit(message, file: "squash")
    let requests = try repository.status(of: 1)["pull_requests"]
    #expect(requests.array.map { $0["number"].integer } == [9])
    #expect(requests[0]["evidence"].string == "squash")
  }

  @Test(arguments: [
    "https://github.com/acme/widget.git", "https://github.com/acme/widget",
    "git@github.com:acme/widget.git", "ssh://git@github.com/acme/widget.git",
    "https://token@github.com/acme/widget.git",
  ])
  func theRemoteTellsTheAddress(remote: String) throws {
    let repository = try merged(remote: remote)
    let address = "https://github.com/acme/widget/pull/7"
    #expect(try repository.status(of: 1)["pull_requests"][0]["url"].string == address)
    #expect(try link(in: repository) == address)
    #expect(try repository.execplan("sync --check").exitCode == 0)
  }

  @Test func aLinkThatHoldsKnownRequestsIsExtended() throws {
    let repository = try merged(link: "#7")
    let message = "Follow-up (#8)\n\nExecPlan: \(Scratch.planID(1))"
    try repository.commit(message, file: "more")
    #expect(try link(in: repository) == "#7,#8")
    #expect(try repository.execplan("sync --check").exitCode == 0)
  }

  @Test(arguments: ["#99", "see the wiki", "https://example.com/review/7"])
  func aPersonsOwnLinkStays(own: String) throws {
    let repository = try merged(link: own)
    #expect(try link(in: repository) == own.filter { $0 != " " })
    #expect(try repository.read(Scratch.planPath(1, "auth")).contains("  pr: \"\(own)\"\n"))
  }

  @Test func aReleaseShowsThePullRequestsOfItsPlans() throws {
    let repository = try merged(remote: "git@github.com:acme/widget.git")
    try repository.git("tag v1.0.0")
    let plan = try repository.json("release", "v1.0.0")["releases"][0]["plans"][0]
    #expect(plan["pull_requests"].array.map { $0["number"].integer } == [7])
    let notes = try repository.succeeding(repository.execplan("release v1.0.0 --format markdown"))
    #expect(notes.contains("[#7](https://github.com/acme/widget/pull/7)"))
  }
}
