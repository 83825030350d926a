import TestSupport
import Testing

/// Pull requests that came to the target inside of others: of releases, and of branches that many work on.
struct NestedPullRequestTests {
  private typealias Scratch = ScratchRepository

  private func scratch() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth")
    try repository.git("remote add origin https://github.com/acme/shop")
    try repository.commit("Before (#5200)", file: "before")
    return repository
  }

  /// Returns the pull requests of a commit: `5014 merge high`.
  private func requests(_ repository: ScratchRepository, of commit: String) throws -> [String] {
    let outcome = try repository.execplan(["which", commit, "--json"])
    return try JSONDocument(outcome.output)["pull_requests"].array.map { request in
      let words = [request["evidence"].string, request["confidence"].string].compactMap(\.self)
      return "\(request["number"].integer ?? 0) " + words.joined(separator: " ")
    }
  }

  /// Makes a commit that GitHub made.
  private func forgeCommit(_ message: String, in repository: ScratchRepository) throws -> String {
    try repository.commit(message, file: "squash")
    try repository.git(
      ["commit", "--quiet", "--amend", "--no-edit", "--no-verify"],
      environment: [
        "GIT_COMMITTER_NAME": "GitHub", "GIT_COMMITTER_EMAIL": "noreply@github.com",
      ])
    return try repository.git("rev-parse HEAD")
  }

  @Test(arguments: [
    // Contributors propose from their own copies, and so do those who make releases.
    ("#5014 from blueyed/csv", "#5246 from nicoddemus/features", ["5014 merge high"]),
    ("#5014 from acme/csv", "#5246 from acme/features", ["5014 merge high"]),
    ("#12 from acme/csv", "#5246 from acme/features", ["12 merge high"]),
    // What was merged in somebody's own copy has that copy's number.
    ("#2 from mara/csv", "#5246 from mara/main", ["2 merge low", "5246 merge high"]),
    ("#2 from acme/main", "#5246 from mara/main", ["2 merge low", "5246 merge high"]),
  ])
  func theInnerNumberIsTrustedUnlessItLooksLikeThatOfACopy(
    inner: String, outer: String, expected: [String]
  ) throws {
    let repository = try scratch()
    try repository.git("switch --quiet --create features")
    try repository.git("switch --quiet --create csv")
    let work = try repository.work("one")
    try repository.git("switch --quiet features")
    try repository.git(["merge", "--quiet", "--no-ff", "csv", "-m", "Merge pull request \(inner)"])
    let merge = try repository.git("rev-parse HEAD")
    let prepared = try repository.work("prepare")
    try repository.merge("features", message: "Merge pull request \(outer)")
    #expect(try requests(repository, of: work) == expected)
    #expect(try requests(repository, of: merge) == [expected[0]])
    #expect(try requests(repository, of: prepared) == ["5246 merge high"])
  }

  @Test func theNumbersOfAHistoryThatWasTakenInAreAnotherProjects() throws {
    let repository = try scratch()
    try repository.git("switch --quiet --orphan tools")
    try repository.commit("Begin", file: "tools/one")
    let squash = try forgeCommit("Tools (#4100)", in: repository)
    try repository.git("switch --quiet --create csv")
    let work = try repository.work("two")
    try repository.git("switch --quiet tools")
    try repository.git([
      "merge", "--quiet", "--no-ff", "csv", "-m", "Merge pull request #4101 from acme/csv",
    ])
    try repository.git("switch --quiet main")
    try repository.git([
      "merge", "--quiet", "--no-ff", "--allow-unrelated-histories", "tools", "-m",
      "Merge pull request #5246 from acme/tools",
    ])
    #expect(try requests(repository, of: squash) == ["5246 merge high"])
    #expect(try requests(repository, of: work) == ["5246 merge high"])
    #expect(try requests(repository, of: "main^2") == ["4101 merge low"])
  }

  @Test func aSquashInsideOfAMergeIsKnownByWhoMadeIt() throws {
    let repository = try scratch()
    try repository.git("switch --quiet --create develop")
    let squash = try forgeCommit("Pay (#5014)", in: repository)
    let issue = try repository.work("Fix it (#5015)")
    let picked = try forgeCommit(
      "Pick (#5013)\n\n(cherry picked from commit \(squash))", in: repository)
    try repository.merge("develop", message: "Merge pull request #5246 from acme/develop")
    #expect(try requests(repository, of: squash) == ["5014 squash high"])
    #expect(try requests(repository, of: issue) == ["5246 merge high"])
    #expect(
      try requests(repository, of: picked) == ["5013 squash high", "5246 merge high"])
    // The references know better than who made a commit.
    try repository.git("update-ref refs/pull/5015/head main~1")
    try repository.git("update-ref refs/pull/5246/head main^2")
    #expect(try requests(repository, of: squash) == ["5246 merge high"])
    #expect(try requests(repository, of: issue) == ["5015 squash high"])
  }

  @Test func aTitleThatGitHubWroteIsNoGuess() throws {
    let repository = try scratch()
    let squash = try forgeCommit("Pay (#5014)", in: repository)
    #expect(try requests(repository, of: squash) == ["5014 squash high"])
    #expect(try requests(repository, of: "main~1") == ["5200 squash low"])
    try repository.git("update-ref refs/pull/5300/head main~2")
    #expect(try requests(repository, of: squash) == [])
    try repository.git("remote set-url origin git@gitlab.com:acme/shop")
    try repository.git("update-ref -d refs/pull/5300/head")
    #expect(try requests(repository, of: squash) == [])
  }

  @Test func theBorderOfAShallowCloneIsNoBeginning() throws {
    let repository = try scratch()
    try repository.git("switch --quiet --create develop")
    for name in ["a", "b", "c"] { try repository.work(name) }
    try repository.git("switch --quiet --create csv")
    let work = try repository.work("one")
    try repository.git("switch --quiet develop")
    try repository.git([
      "merge", "--quiet", "--no-ff", "csv", "-m", "Merge pull request #5014 from mara/csv",
    ])
    try repository.merge("develop", message: "Merge pull request #5246 from acme/develop")
    let clone = repository.surroundings + "/shallow"
    try repository.git([
      "clone", "--quiet", "--depth=4", "file://\(repository.path)", clone,
    ])
    try repository.git(
      ["remote", "set-url", "origin", "https://github.com/acme/shop"], in: clone)
    let outcome = try repository.execplan(["which", work, "--json"], in: clone)
    let found = try JSONDocument(outcome.output)["pull_requests"].array
    #expect(found.map { $0["number"].integer } == [5014])
    #expect(found.map { $0["confidence"].string } == ["high"])
  }
}
