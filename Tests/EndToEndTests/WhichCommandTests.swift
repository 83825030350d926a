import TestSupport
import Testing

/// `which` and `log`: from anything back to its plan.
struct WhichCommandTests {
  private typealias Scratch = ScratchRepository
  private let first = Scratch.planID(1)

  private func answer(_ word: String, _ repository: ScratchRepository) throws -> [String] {
    let outcome = try repository.execplan(["which", word, "--json"])
    #expect([0, 1].contains(outcome.exitCode), "\(outcome.errors)")
    let plans = try JSONDocument(outcome.output)["plans"].array
    #expect(outcome.exitCode == (plans.isEmpty ? 1 : 0))
    return plans.map { "\($0["id"].string ?? "") \($0["evidence"].string ?? "")" }
  }

  @Test func everythingLeadsToItsPlan() throws {
    let repository = try Scratch.withPlans("auth", "billing")
    let branch = try repository.start(1)
    #expect(try answer(branch, repository) == ["\(first) config"])
    let commit = try repository.commit(
      "login\n\nExecPlan: \(first)\nMilestone: \(first)/MS001", file: "login.swift",
      text: "one\ntwo\n")
    try repository.merge(branch, message: "Merge pull request #7 from mara/\(branch)")
    try repository.git("tag v1.0.0")
    try repository.work("unplanned")

    #expect(try answer(commit, repository) == ["\(first) trailer"])
    #expect(try answer("v1.0.0^2", repository) == ["\(first) trailer"])
    #expect(try answer("#7", repository) == ["\(first) merge"])
    #expect(try answer("7", repository) == ["\(first) merge"])
    #expect(try answer("v1.0.0", repository) == ["\(first) trailer"])
    #expect(try answer("login.swift:2", repository) == ["\(first) trailer"])
    #expect(try answer("HEAD", repository) == [])
    #expect(try answer("#8", repository) == [])
    let line = try repository.json("which", "login.swift:2")
    #expect(line["commit"].string == commit)
    #expect(line["plans"][0]["milestones"].strings == ["\(first)/MS001"])
  }

  @Test func aBranchIsKnownByItsNameOrItsWork() throws {
    let repository = try Scratch.withPlans("auth", "billing")
    try repository.git("switch --quiet -c fix/\(first)")
    try repository.git("switch --quiet -c by-hand main")
    try repository.work("theirs", plan: 2)
    #expect(try answer("fix/\(first)", repository) == ["\(first) name"])
    #expect(try answer("refs/heads/by-hand", repository) == ["\(Scratch.planID(2)) trailer"])
    #expect(try answer("main", repository) == [])
  }

  @Test func aLineThatIsNotCommittedHasNoPlan() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.commit("x\n\nExecPlan: \(first)", file: "folder/x.txt", text: "one\n")
    try repository.write("one\nnew\n", to: "folder/x.txt")
    let folder = repository.path + "/folder"
    #expect(try repository.execplan(["which", "x.txt:1"], in: folder).exitCode == 0)
    let outcome = try repository.execplan(["which", "x.txt:2"], in: folder)
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("not committed yet"))
    #expect(try repository.execplan(["which", "x.txt:9"], in: folder).exitCode == 2)
    #expect(try repository.execplan(["which", "gone.txt:1"], in: folder).exitCode == 2)
    #expect(try repository.execplan(["which", "no-such-thing"]).exitCode == 2)
  }

  @Test func theLogTellsWhereEachCommitLanded() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writeMilestone(1, "auth")
    try repository.commit("milestone\n\nExecPlan: none (set-up)", file: "x")
    let branch = try repository.start(1)
    let one = try repository.work("one", plan: 1, milestone: true)
    let two = try repository.work("two", plan: 1)
    try repository.git("switch --quiet main")
    try repository.git("cherry-pick \(one)")
    let copy = try repository.git("rev-parse HEAD")
    try repository.git("tag v1.0.0")
    let commits = try repository.json("log", first)["commits"]
    func commit(_ id: String) -> JSONDocument {
      commits.array.first { $0["commit"].string == id } ?? commits[99]
    }
    #expect(commit(one)["state"].string == "landed")
    #expect(commit(one)["integration"].string == "rebase")
    #expect(commit(one)["through"].string == copy)
    #expect(commit(one)["release"].string == "v1.0.0")
    #expect(commit(two)["state"].string == "open")
    let text = try repository.succeeding(repository.execplan(["log", first]))
    let lines = text.split(separator: "\n").map(String.init)
    let milestone = try #require(lines.firstIndex { $0.hasPrefix("  MS001  First part") })
    #expect(lines[..<milestone].contains { $0.contains("open") && $0.hasSuffix("two") })
    #expect(lines[milestone...].contains { $0.contains("landed as \(copy.prefix(10))") })
    try repository.git("switch --quiet \(branch)")
  }

  @Test func aRangeTellsPlansAndPullRequestsOfEachCommit() throws {
    let repository = try Scratch.withPlans("auth", "billing")
    try repository.git("remote add origin https://github.com/acme/shop")
    let branch = try repository.start(1)
    let work = try repository.work("one")
    try repository.merge(branch, message: "Merge pull request #7 from mara/\(branch)")
    let merge = try repository.git("rev-parse HEAD")
    let squash = try repository.commit("Pay (#8)", file: "pay")
    let answer = try repository.json("which", "main~2..main")
    #expect(answer["commit"].isNull)
    #expect(answer["plans"].array.map { $0["id"].string } == [first])
    #expect(answer["plans"][0]["commits"].strings == [merge, work])
    let commits = answer["commits"].array
    #expect(commits.map { $0["commit"].string } == [squash, merge, work])
    #expect(commits.map { $0["plans"].strings } == [[], [first], [first]])
    #expect(commits.map { $0["pull_requests"][0]["number"].integer } == [8, 7, 7])
    #expect(commits.map { $0["pull_requests"][0]["confidence"].string } == ["low", "high", "high"])
    let text = try repository.succeeding(repository.execplan("which main~2..main"))
    #expect(text.contains("#8?  Pay (#8)"))
    #expect(text.contains("\(first)  #7   one"))
    let empty = try repository.execplan("which main..main")
    #expect(empty.exitCode == 1)
    #expect(empty.errors.contains("the range holds no commits"))
    #expect(try repository.execplan("which main").errors.contains("work lands on this branch"))
    #expect(try repository.execplan("which main...main").exitCode == 2)
  }

  @Test func aCommitTellsItsPullRequestAndAnAddressItsPlans() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("remote add origin https://github.com/acme/shop")
    try repository.commit("Pay (#8)\n\nExecPlan: \(first)", file: "pay")
    let text = try repository.succeeding(repository.execplan("which HEAD"))
    #expect(
      text.contains(
        "pull request https://github.com/acme/shop/pull/8 (squash message, not certain)"))
    #expect(try repository.json("which", "HEAD")["pull_requests"][0]["number"].integer == 8)
    #expect(
      try answer("https://github.com/acme/shop/pull/8", repository) == ["\(first) squash"])
    #expect(try answer("acme/shop#8", repository) == ["\(first) squash"])
  }

  @Test(arguments: [
    ("https://github.com/acme/other/pull/8", "the project here is acme/shop on github.com"),
    ("https://github.com/acme/shop/issues/8", "the project here is acme/shop on github.com"),
    ("acme/other#8", "the project here is acme/shop on github.com"),
    ("no-such-thing", "<file>:<line>"), ("main..no-such-thing", "no commit 'no-such-thing'"),
    ("main...main", "two dots"), ("README:0", "line 0 of README"),
    ("#0", "<file>:<line>"), ("EP-20260101-001", "git execplan log EP-20260101-001"),
    ("", "<file>:<line>"), ("../../etc/passwd:1", "etc/passwd"),
  ])
  func whatNothingIsMeantByIsAnError(word: String, words: String) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("remote add origin https://github.com/acme/shop")
    let outcome = try repository.execplan(["which", word])
    #expect(outcome.exitCode == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
