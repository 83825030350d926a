import Foundation
import TestSupport
import Testing

/// `complete` and `archive`.
struct ClosingCommandTests {
  private typealias Scratch = ScratchRepository
  private let root = ".agent/exec_plans"

  /// A repository that arranges its plans by state, with the plan 1 in `active/auth`.
  private func byState() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth")
    try repository.git("mv \(root)/auth \(root)/auth-moving")
    try FileManager.default.createDirectory(
      atPath: "\(repository.path)/\(root)/active", withIntermediateDirectories: true)
    try repository.git("mv \(root)/auth-moving \(root)/active/auth")
    try repository.git("commit --quiet --no-verify -m arranged")
    _ = try repository.succeeding(repository.execplan("registry build"))
    return repository
  }

  @Test func aPlanThatIsDoneStaysWithItsSlug() throws {
    let repository = try Scratch.withPlans("auth", "billing")
    let path = Scratch.planPath(1, "auth")
    let text = try repository.read(path)
    let done = try repository.json("complete", "auth", "--date", "2026-02-03")
    #expect(done["id"].string == Scratch.planID(1))
    #expect(done["path"].string == path)
    #expect(done["recorded"].string == "planned")
    #expect(done["status"].string == "done")
    #expect(done["moved"].isList && done["moved"].array.isEmpty)
    #expect(done["written"].boolean == true)
    #expect(
      try repository.read(path)
        == text.replacingOccurrences(of: "status: planned", with: "status: done")
        .replacingOccurrences(of: "updated: 2026-01-01", with: "updated: 2026-02-03"))
    let check = try repository.execplan("registry check --fail-on-warn")
    #expect(check.exitCode == 0, "\(check.output)")
    let before = try repository.snapshot()
    let again = try repository.execplan("complete auth")
    #expect(again.exitCode == 0)
    #expect(again.output == "\(Scratch.planID(1))  done already\n")
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test func aPlanAmongStatesMovesWithAllThatIsItsOwn() throws {
    let repository = try byState()
    let id = Scratch.planID(1)
    try repository.write("notes\n", to: "\(root)/active/auth/notes/a.txt")
    try repository.write("*.log\n", to: ".gitignore")
    try repository.write("ignored\n", to: "\(root)/active/auth/trace.log")
    let done = try repository.json("complete", id, "--date", "2026-02-03")
    let folder = "\(root)/complete/2026/02/03/\(id)_auth"
    #expect(done["path"].string == "\(folder)/\(id)_auth.md")
    #expect(done["moved"][0]["from"].string == "\(root)/active/auth")
    #expect(done["moved"][0]["to"].string == folder)
    #expect(try repository.read("\(folder)/notes/a.txt") == "notes\n")
    #expect(try repository.read("\(folder)/trace.log") == "ignored\n")
    #expect(try repository.read("\(folder)/\(id)_auth.md").contains("\nstatus: done\n"))
    let registry = try JSONDocument(repository.read("\(root)/registry.json"))["plans"][0]
    #expect(registry["path"].string == "\(folder)/\(id)_auth.md")
    #expect(!FileManager.default.fileExists(atPath: "\(repository.path)/\(root)/active/auth"))
    try repository.git("add --all")
    #expect(try repository.git("diff --cached --name-status -M").contains("R0"))
    // Archived from there it stays there.
    let archived = try repository.json("archive", "auth")
    #expect(archived["path"].string == "\(folder)/\(id)_auth.md")
    #expect(try repository.read("\(folder)/\(id)_auth.md").contains("\nstatus: archived\n"))
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
  }

  @Test func archivingMovesAndCanBeRepeated() throws {
    let repository = try Scratch.withPlans("auth")
    let id = Scratch.planID(1)
    let folder = "\(root)/archive/2026/02/03/\(id)_auth"
    let archived = try repository.json("archive", id, "--date", "20260203")
    #expect(archived["path"].string == "\(folder)/\(id)_auth.md")
    let check = try repository.execplan("registry check --fail-on-warn")
    #expect(check.exitCode == 0, "\(check.output)")
    let before = try repository.snapshot()
    #expect(try repository.json("archive", id)["written"].boolean == false)
    #expect(try repository.snapshot().differences(from: before) == [])
    let done = try repository.execplan(["complete", id])
    #expect(done.exitCode == 2 && done.errors.contains("is archived"))
    #expect(try repository.json("show", id)["path"].string == "\(folder)/\(id)_auth.md")
  }

  @Test func unfinishedMilestonesStopIt() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writeMilestone(1, "auth")
    let before = try repository.snapshot()
    let refused = try repository.execplan("complete auth")
    #expect(refused.exitCode == 2)
    #expect(refused.errors.contains("has unfinished milestones: MS001 'First part'"))
    #expect(refused.errors.contains("git execplan milestone complete EP-20260101-001/MS001"))
    #expect(try repository.snapshot().differences(from: before) == [])
    #expect(try repository.execplan("complete auth --force").exitCode == 0)
    // A plan that is given up has them all the same.
    #expect(try repository.execplan("archive auth").exitCode == 0)
  }

  @Test func untickedBoxesAreNamed() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writePlan(1, "auth", boxes: "- [x] One.\n- [ ] Two.\n- [ ] Three.")
    let outcome = try repository.execplan("complete auth")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors.contains(
        "warning: 2 check boxes of Progress in EP-20260101-001 are not ticked"))
  }

  @Test func plansThatShareAFolderPartCleanly() throws {
    let repository = try Scratch.withPlans("auth")
    let (one, two) = (Scratch.planID(1), Scratch.planID(2))
    try repository.writePlan(2, "other")
    try FileManager.default.moveItem(
      atPath: "\(repository.path)/\(Scratch.planPath(2, "other"))",
      toPath: "\(repository.path)/\(root)/auth/\(two)_other.md")
    try repository.writeMilestone(1, "auth", status: "completed")
    try repository.write("both\n", to: "\(root)/auth/notes.txt")
    let archived = try repository.json("archive", one, "--date", "2026-02-03")
    let folder = "\(root)/archive/2026/02/03/\(one)_auth"
    #expect(archived["moved"].array.count == 2)
    #expect(try repository.read("\(folder)/\(one)_auth.md").contains("status: archived"))
    #expect(
      try repository.read("\(folder)/milestones/active/\(one)_MS001_first.md").contains("MS001"))
    #expect(try repository.read("\(root)/auth/notes.txt") == "both\n")
    #expect(try repository.read("\(root)/auth/\(two)_other.md").contains("status: planned"))
    #expect(!FileManager.default.fileExists(atPath: "\(repository.path)/\(root)/auth/milestones"))
    let list = try repository.json("milestone", "list", one)["milestones"]
    #expect(list[0]["path"].string?.hasPrefix(folder) == true)
  }

  @Test func anInterruptedMoveByHandIsFinished() throws {
    let repository = try byState()
    let id = Scratch.planID(1)
    // Somebody set the status and did not move the folder.
    let path = "\(root)/active/auth/\(id)_auth.md"
    let text = try repository.read(path)
    try repository.write(text.replacingOccurrences(of: "planned", with: "done"), to: path)
    let done = try repository.json("complete", id, "--date", "2026-02-03")
    #expect(done["recorded"].string == "done")
    #expect(done["written"].boolean == true)
    #expect(done["path"].string?.hasPrefix("\(root)/complete/2026/02/03/") == true)
    // Somebody moved a folder and did not set the status.
    let moved = try #require(done["path"].string)
    try repository.write(text, to: moved)
    #expect(try repository.json("complete", id)["recorded"].string == "planned")
    #expect(try repository.read(moved).contains("\nstatus: done\n"))
  }

  @Test func aTakenPlaceIsRefusedAndNothingChanges() throws {
    let repository = try byState()
    let id = Scratch.planID(1)
    try repository.write("mine\n", to: "\(root)/complete/2026/02/03/\(id)_auth/mine.txt")
    let before = try repository.snapshot()
    let outcome = try repository.execplan(["complete", id, "--date", "2026-02-03"])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("\(id)_auth: file exists"), "\(outcome.errors)")
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test(
    arguments: [
      ("complete none", "there is no plan 'none'"),
      ("complete auth --date 2025-12-31", "was created on 2026-01-01"),
      ("archive broken", "a key"),
    ])
  func whatCannotBeIsRefused(_ words: String, _ message: String) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.write("---\n? [\n---\n", to: "\(root)/broken/\(Scratch.planID(3))_broken.md")
    let before = try repository.snapshot()
    let outcome = try repository.execplan(words)
    #expect(outcome.exitCode == 2)
    if !words.contains("broken") { #expect(outcome.errors.contains(message), "\(outcome.errors)") }
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test func twoPlansWithOneIDAreToldApartFirst() throws {
    let repository = try Scratch.withPlans("auth")
    let text = try repository.read(Scratch.planPath(1, "auth"))
    try repository.write(text, to: Scratch.planPath(1, "twin"))
    let outcome = try repository.execplan(["complete", Scratch.planID(1)])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("2 documents carry the ID"))
    #expect(outcome.errors.contains("git execplan renumber \(Scratch.planPath(1, "twin"))"))
  }

  @Test func aDryRunChangesNothing() throws {
    let repository = try byState()
    let before = try repository.snapshot()
    for command in ["complete", "archive"] {
      let outcome = try repository.execplan("\(command) auth --dry-run")
      #expect(outcome.exitCode == 0)
      #expect(outcome.output.contains("would move \(root)/active/auth to"))
    }
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test func aPlanWithoutAnIDChangesInPlace() throws {
    let repository = try Scratch()
    try repository.write("---\nstatus: active\n---\n# Cache\n", to: "docs/plans/1-cache.md")
    try repository.write("# Bare\n", to: "docs/plans/2-bare.md")
    try repository.git("config execplan.plans docs/plans")
    let done = try repository.execplan("complete docs/plans/1-cache.md --date 2026-02-03")
    #expect(done.exitCode == 0, "\(done.errors)")
    #expect(
      try repository.read("docs/plans/1-cache.md")
        == "---\nstatus: done\nupdated: 2026-02-03\n---\n# Cache\n")
    let bare = try repository.execplan("complete docs/plans/2-bare.md")
    #expect(bare.exitCode == 2)
    #expect(try repository.read("docs/plans/2-bare.md") == "# Bare\n")
  }

  @Test func agentrulesHasTheSameCommands() throws {
    let repository = try byState()
    let id = Scratch.planID(1)
    let folder = "\(root)/active/auth/milestones"
    func run(_ words: String) throws -> CommandOutcome {
      try repository.agentrules(words.split(separator: " ").map(String.init))
    }
    let made = try run("execplan milestone new \(id) First --ms 2")
    #expect(made.output == "\(id)/MS002  \(folder)/active/MS002_first.md\n")
    #expect(try run("execplan milestone new \(id) Again --ms 2").exitCode == 2)
    #expect(try run("execplan milestone remaining \(id)").output == "\(id)/MS002\n")
    #expect(try run("execplan complete \(id)").exitCode == 2)
    #expect(try run("execplan milestone complete \(id) --ms 2").exitCode == 0)
    #expect(
      try run("execplan milestone list \(id)").output
        == "completed \(id)/MS002 -> \(folder)/complete/MS002_first.md\n")
    #expect(try run("execplan milestone list \(id) --active-only").output.isEmpty)
    #expect(try run("execplan complete \(id) --date 20260203").exitCode == 0)
    #expect(try run("execplan complete \(id) --bogus").exitCode == 2)
    // The registry cannot follow where another document breaks the format.
    try repository.write("---\nid: x\n---\n", to: "\(root)/active/bad/EP-20260101-009_bad.md")
    try repository.writePlan(4, "four")
    #expect(try run("execplan complete \(Scratch.planID(4))").exitCode == 1)
  }
}
