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
}
