import TestSupport
import Testing

/// `link`, `unlink` and `link --scan`: links by git notes, after the fact.
struct LinkCommandTests {
  private typealias Scratch = ScratchRepository
  private let first = Scratch.planID(1)
  private let second = Scratch.planID(2)

  @Test func aRangeIsLinkedInOneCommitOfTheNotes() throws {
    let repository = try Scratch.withPlans("auth")
    let base = try repository.git("rev-parse HEAD")
    let commits = [try repository.work("one"), try repository.work("two")]
    let outcome = try repository.execplan(["link", "\(base)..", first])
    #expect(try repository.succeeding(outcome).hasSuffix("2 commits linked\n"))
    #expect(try repository.git("rev-list --count refs/notes/execplan") == "1")
    for commit in commits {
      #expect(try repository.git("notes --ref=execplan show \(commit)") == "ExecPlan: \(first)")
      #expect(try repository.evidence(of: commit, for: 1) == ["note"])
    }
    let again = try repository.succeeding(repository.execplan(["link", "\(base)..", first]))
    #expect(again.hasSuffix("2 commits linked, 2 of them before\n"))
    #expect(try repository.git("rev-list --count refs/notes/execplan") == "1")
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test func aMilestoneIsLinkedWithItsPlan() throws {
    let repository = try Scratch.withPlans("auth")
    let commit = try repository.work("one")
    _ = try repository.succeeding(repository.execplan(["link", commit, "\(first)/MS001"]))
    #expect(try repository.git("notes --ref=execplan show") == "Milestone: \(first)/MS001")
    let milestones = try repository.json("which", commit)["plans"][0]["milestones"].strings
    #expect(milestones == ["\(first)/MS001"])
  }

  @Test func unlinkingTakesBackWhatTheMessageSaysAndLinkingRestoresIt() throws {
    let repository = try Scratch.withPlans("auth", "billing")
    let commit = try repository.work("one", plan: 1)
    _ = try repository.succeeding(repository.execplan(["link", commit, second]))
    _ = try repository.succeeding(repository.execplan(["unlink", commit, first]))
    #expect(try repository.evidence(of: commit, for: 1) == nil)
    #expect(try repository.evidence(of: commit, for: 2) == ["note"])
    _ = try repository.succeeding(repository.execplan(["unlink", commit, second]))
    #expect(try repository.execplan(["which", commit]).exitCode == 1)
    // A link that only the note made is taken out of it, and nothing is left of it.
    #expect(try repository.git("notes --ref=execplan show") == "Not-ExecPlan: \(first)")
    _ = try repository.succeeding(repository.execplan(["link", commit, first]))
    #expect(try repository.evidence(of: commit, for: 1) == ["trailer", "note"])
    #expect(try repository.execplan(["unlink", commit, second]).output == "no such link\n")
  }

  @Test func historyWithoutTrailersIsLinkedFromTheFilesThatCommitsChange() throws {
    let repository = try Scratch.withPlans("auth", "billing")
    try repository.writePlan(1, "auth", boxes: "- [x] Log in.")
    let work = try repository.commit("login works", file: "login.swift")
    let mention = try repository.commit("Close \(second) at last", file: "invoice.swift")
    let other = try repository.work("nothing to do with plans")
    try repository.commit("more\n\nExecPlan: \(first)", file: "more.swift")

    let before = try repository.snapshot()
    let proposal = try repository.json("link", "--scan")
    #expect(try repository.snapshot().differences(from: before).isEmpty)
    #expect(proposal["written"].boolean == false)
    let lines = proposal["links"].array
    #expect(lines.map { $0["commit"].string } == [mention, work])
    #expect(lines.map { $0["id"].string } == [second, first])
    #expect(lines.map { $0["evidence"].strings } == [["mention"], ["path"]])

    _ = try repository.json("link", "--scan", "--yes")
    #expect(try repository.evidence(of: work, for: 1) == ["note"])
    #expect(try repository.evidence(of: mention, for: 2) == ["note"])
    #expect(try repository.execplan(["which", other]).exitCode == 1)
    #expect(try repository.json("link", "--scan", "--yes")["links"].array.isEmpty)
  }

  @Test func movingDocumentsAndHousekeepingProposeNothing() throws {
    let repository = try Scratch.withPlans("a", "b", "c", "d")
    for (number, slug) in ["a", "b", "c", "d"].enumerated() {
      try repository.writePlan(number + 1, slug, status: "active")
    }
    try repository.commit("touch every plan", file: "x")
    try repository.git("mv .agent/exec_plans/a .agent/exec_plans/moved")
    try repository.commit("move a plan", file: "y")
    #expect(try repository.json("link", "--scan")["links"].array.isEmpty)
  }

  @Test func whatIsTakenBackIsNotProposedAgain() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writePlan(1, "auth", boxes: "- [x] Log in.")
    let work = try repository.commit("login works", file: "login.swift")
    _ = try repository.json("link", "--scan", "--yes")
    _ = try repository.succeeding(repository.execplan(["unlink", work, first]))
    try repository.git(["notes", "--ref=execplan", "add", "-f", "-m", "Not-ExecPlan: \(first)"])
    #expect(try repository.json("link", "--scan")["links"].array.isEmpty)
  }

  @Test func notesSurviveAMergeOfNotes() throws {
    let repository = try Scratch.withPlans("auth", "billing")
    let commit = try repository.work("one")
    let clone = repository.surroundings + "/clone"
    try repository.git(["clone", "--quiet", repository.path, clone])
    _ = try repository.succeeding(repository.execplan(["link", commit, first]))
    _ = try repository.succeeding(repository.execplan(["link", commit, second], in: clone))
    try repository.git(["fetch", "--quiet", clone, "refs/notes/execplan:refs/notes/theirs"])
    try repository.git("notes --ref=execplan merge --quiet -s cat_sort_uniq refs/notes/theirs")
    let plans = try repository.json("which", commit)["plans"].array.map { $0["id"].string }
    #expect(plans == [first, second])
  }

  @Test(arguments: [
    ["link"], ["link", "HEAD"], ["link", "--scan", "HEAD"], ["link", "HEAD", "x", "--yes"],
    ["link", "--scan", "--yes", "--dry-run"], ["unlink", "HEAD"],
  ])
  func wrongWordsAreWrongUsage(words: [String]) throws {
    let repository = try Scratch.withPlans("auth")
    #expect(try repository.execplan(words).exitCode == 64)
  }

  @Test(arguments: [["HEAD", "EP-20990101-001"], ["no-such-revision", "EP-20260101-001"]])
  func whatIsNotThereIsAnError(words: [String]) throws {
    let repository = try Scratch.withPlans("auth")
    for command in ["link", "unlink"] {
      let outcome = try repository.execplan([command] + words)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.hasPrefix("error: there is no "))
    }
  }
}
