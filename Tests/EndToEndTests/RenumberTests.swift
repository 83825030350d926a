import Foundation
import TestSupport
import Testing

/// Plans that get another ID.
struct RenumberTests {
  private typealias Scratch = ScratchRepository
  private static let old = Scratch.planID(1)
  private static let new = Scratch.planID(2)

  /// Two people gave the same ID on two branches: `a` has it on main, `b` on a branch of its own. Each plan
  /// has two commits of work.
  private func collision(
    _ second: String = "b", merge: Bool = true
  ) throws -> ScratchRepository {
    let repository = try Scratch.withPlans()
    try repository.git("switch --quiet -c ep/\(Self.old)-\(second)")
    try repository.writePlan(1, second)
    try repository.writeMilestone(1, second)
    try repository.commit("plan b\n\nExecPlan: \(Self.old)", file: "src/b.txt")
    try repository.work("b1", plan: 1, milestone: true)
    try repository.git("switch --quiet main")
    try repository.writePlan(1, "a")
    try repository.commit("plan a\n\nExecPlan: \(Self.old)", file: "src/a.txt")
    try repository.work("a1", plan: 1)
    if merge { try repository.merge("ep/\(Self.old)-\(second)") }
    return repository
  }

  private func renumber(
    _ repository: ScratchRepository, _ words: String..., folder: String? = nil
  ) throws -> JSONDocument {
    try JSONDocument(
      repository.succeeding(repository.execplan(["renumber", "--json"] + words, in: folder)))
  }

  private func landed(_ repository: ScratchRepository, _ id: String) throws -> Int? {
    try repository.json("status", id)["plans"][0]["commits"]["landed"].integer
  }

  @Test func anIDThatTwoDocumentsHaveNamesNeither() throws {
    let repository = try collision()
    let before = try repository.snapshot()
    let outcome = try repository.execplan(["renumber", Self.old])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("2 documents carry the ID \(Self.old)"))
    #expect(
      outcome.errors.contains(
        "run 'git execplan renumber \(Scratch.planPath(1, "b"))' for the one that came last"))
    #expect(outcome.errors.contains("'git execplan renumber \(Scratch.planPath(1, "a"))'"))
    #expect(try repository.snapshot() == before)
  }

  @Test func theLaterOfTwoPlansGetsAnIDAndKeepsItsWork() throws {
    let repository = try collision()
    #expect(try repository.execplan("registry build").exitCode != 0)
    let result = try renumber(repository, Scratch.planPath(1, "b"))
    #expect(result["id"].string == Self.new)
    #expect(result["former_id"].string == Self.old)
    #expect(result["path"].string == Scratch.planPath(2, "b"))
    #expect(result["warnings"].strings.isEmpty)
    #expect(
      try repository.read(Scratch.planPath(2, "b")).hasPrefix("---\nid: \(Self.new)\ntitle:"))
    let milestone = ".agent/exec_plans/b/milestones/active/\(Self.new)_MS001_first.md"
    #expect(
      try repository.read(milestone)
        .hasPrefix("---\nid: \(Self.new)/MS001\nexecplan_id: \(Self.new)\nms: 1\n"))
    #expect(try repository.git("ls-files --deleted").split(separator: "\n").count == 2)
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
    for isCommitted in [false, true] {
      if isCommitted {
        try repository.git("add --all")
        try repository.git("commit --quiet --no-verify -m renumber")
      }
      #expect(try landed(repository, Self.old) == 2)
      #expect(try landed(repository, Self.new) == 2)
      let plan = try repository.json("show", Self.new)
      #expect(
        plan["linked_commits"].array.filter { $0["kind"].string != "merge" }
          .map { $0["evidence"].strings } == [["note", "merge"], ["note", "merge"]])
      #expect(plan["git"]["branches"].array.map { $0["name"].string } == ["ep/\(Self.old)-b"])
      #expect(
        try repository.json("status", Self.old)["plans"][0]["branches"].array.isEmpty)
      #expect(try repository.execplan("status").errors.isEmpty)
    }
    #expect(
      try repository.git("config branch.ep/\(Self.old)-b.execplan") == Self.new)
  }

  @Test func theEarlierPlanMayChangeToo() throws {
    let repository = try collision()
    #expect(try renumber(repository, Scratch.planPath(1, "a"))["id"].string == Self.new)
    try repository.git("add --all")
    try repository.git("commit --quiet --no-verify -m renumber")
    for id in [Self.old, Self.new] { #expect(try landed(repository, id) == 2) }
    #expect(
      try repository.json("show", Self.old)["milestones"].array.map { $0["id"].string }
        == ["\(Self.old)/MS001"])
  }

  @Test func aCollisionThatIsNotMergedYetIsRepairedOnTheBranch() throws {
    let repository = try collision(merge: false)
    try repository.git("switch --quiet ep/\(Self.old)-b")
    let result = try renumber(repository, Self.old)
    #expect(result["id"].string == Self.new)
    #expect(result["commits"].array.count == 2)
    try repository.git("add --all")
    try repository.git("commit --quiet --no-verify -m renumber")
    try repository.merge("ep/\(Self.old)-b")
    for id in [Self.old, Self.new] { #expect(try landed(repository, id) == 2) }
  }

  /// In another clone no configuration tells whose the branch is.
  @Test func otherClonesLearnItFromNotes() throws {
    let repository = try collision()
    _ = try renumber(repository, Scratch.planPath(1, "b"))
    try repository.git("add --all")
    try repository.git("commit --quiet --no-verify -m renumber")
    let clone = repository.surroundings + "/clone"
    try repository.git(["clone", "--quiet", repository.path, clone])
    try repository.git(
      ["fetch", "--quiet", "origin", "refs/notes/execplan:refs/notes/execplan"], in: clone)
    let plans = try repository.json("status", in: clone)["plans"]
    for id in [Self.old, Self.new] {
      #expect(plans.element(id)["commits"]["landed"].integer == 2)
    }
    #expect(plans.element(Self.old)["branches"].array.isEmpty)
  }

  @Test func aSquashedPlanKeepsItsSquash() throws {
    let repository = try collision(merge: false)
    try repository.git("merge --squash --quiet ep/\(Self.old)-b")
    try repository.git("commit --quiet --no-verify --no-edit")
    let squash = try repository.git("rev-parse HEAD")
    try repository.git("branch --quiet -D ep/\(Self.old)-b")
    _ = try renumber(repository, Scratch.planPath(1, "b"))
    #expect(try landed(repository, Self.old) == 2)
    #expect(
      try repository.json("show", Self.new)["linked_commits"].array.map { $0["commit"].string }
        == [squash])
  }

  /// Both have the same slug: the merge conflicts, and somebody moves one document aside.
  @Test func documentsOfOneNameAreToldApart() throws {
    let repository = try Scratch.withPlans()
    try repository.git("switch --quiet -c side")
    try repository.writePlan(1, "a", title: "Theirs")
    try repository.commit("theirs\n\nExecPlan: \(Self.old)", file: "src/theirs.txt")
    let theirs = try repository.read(Scratch.planPath(1, "a"))
    try repository.git("switch --quiet main")
    try repository.writePlan(1, "a", title: "Ours")
    try repository.commit("ours\n\nExecPlan: \(Self.old)", file: "src/ours.txt")
    #expect(try repository.tryGit(["merge", "--quiet", "side"]).exitCode != 0)
    try repository.git("checkout --quiet --ours -- .agent")
    let moved = ".agent/exec_plans/theirs/\(Self.old)_a.md"
    try repository.write(theirs, to: moved)
    try repository.git("add --all")
    try repository.git("commit --quiet --no-edit")
    let result = try renumber(repository, moved)
    #expect(result["commits"].strings == [try repository.git("rev-parse side")])
    #expect(result["path"].string == ".agent/exec_plans/theirs/\(Self.new)_a.md")
  }

  /// Everything that follows a plan that has its ID alone.
  private func plain() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("a", "c")
    try repository.writeMilestone(1, "a")
    let other = try repository.read(Scratch.planPath(2, "c"))
    try repository.write(
      other.replacing("links:", with: "depends_on: [\"\(Self.old)\"]  # first\nlinks:")
        + "\nSee \(Self.old).\n", to: Scratch.planPath(2, "c"))
    try repository.write(
      try repository.read(Scratch.planPath(1, "a")) + "\n    ExecPlan: \(Self.old)\n",
      to: Scratch.planPath(1, "a"))
    try repository.commit("more\n\nExecPlan: \(Self.old)", file: "src/more.txt")
    _ = try repository.succeeding(repository.execplan("registry build"))
    try repository.git("add --all")
    try repository.git("commit --quiet --no-verify -m registry")
    try repository.start(1, "--milestone", "MS001")
    try repository.work("open", plan: 1, milestone: true)
    return repository
  }

  @Test func aPlanTakesItsMilestonesReferencesBranchesAndCommitsAlong() throws {
    let repository = try plain()
    let before = try repository.json("status", Self.old)["plans"][0]
    let new = Scratch.planID(7)
    let result = try renumber(repository, "a", "--to", new)
    #expect(
      result["documents"].array.map { $0["role"].string } == ["plan", "milestone", "reference"])
    #expect(
      result["warnings"].strings
        == ["the text of \(Scratch.planPath(2, "c")) names \(Self.old) and stays as it is"])
    #expect(try repository.read(Scratch.planPath(7, "a")).hasSuffix("\n    ExecPlan: \(new)\n"))
    #expect(
      try repository.read(Scratch.planPath(2, "c"))
        .contains("depends_on: [\"\(new)\"]  # first\n"))
    let section = "branch.ep/\(Self.old)-a"
    #expect(try repository.git("config \(section).execplan") == new)
    #expect(try repository.git("config \(section).execplanMilestone") == "\(new)/MS001")
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
    try repository.git("add --all")
    try repository.git("commit --quiet --no-verify -m renumber")
    let after = try repository.json("status", new)["plans"][0]
    for key in ["landed", "open"] {
      #expect(after["commits"][key].integer == before["commits"][key].integer)
    }
    #expect(after["milestones"][0]["open"].integer == 1)
    // Once main has it, the old ID is unknown, and nothing is said to name it.
    try repository.git("switch --quiet main")
    try repository.git("merge --quiet --ff-only ep/\(Self.old)-a")
    #expect(try repository.json("status")["unknown"].array.isEmpty)
    #expect(try repository.execplan(["status", Self.old]).exitCode == 2)
  }

  @Test func aDryRunWritesNothing() throws {
    let repository = try plain()
    let before = try repository.snapshot()
    let outcome = try repository.execplan(["renumber", "a", "--dry-run"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix("\(Self.old) → \(Scratch.planID(3))\n  plan  "))
    #expect(try repository.snapshot() == before)
  }

  @Test func aRunThatStoppedAfterTheNotesGoesOnWithTheSameID() throws {
    let repository = try plain()
    #expect(try renumber(repository, "a")["id"].string == Scratch.planID(3))
    let notes = try repository.git("rev-parse refs/notes/execplan")
    try repository.git("checkout --quiet --force")
    try repository.git("clean -fdq")
    try repository.git("config --remove-section branch.ep/\(Self.old)-a")
    let again = try renumber(repository, Self.old)
    #expect(again["id"].string == Scratch.planID(3))
    #expect(try repository.git("rev-parse refs/notes/execplan") == notes)
    #expect(try repository.git("config branch.ep/\(Self.old)-a.execplan") == Scratch.planID(3))
    #expect(try repository.read(Scratch.planPath(3, "a")).contains("id: \(Scratch.planID(3))\n"))
  }

  @Test func aFiledPlanMovesWithItsFolder() throws {
    let repository = try ScratchRepository()
    let folder = ".agent/exec_plans/complete/2026/01/05"
    try repository.writePlan(1, "a", status: "done")
    try repository.write(
      try repository.read(Scratch.planPath(1, "a")), to: "\(folder)/\(Self.old)_a/\(Self.old)_a.md")
    try repository.write("text", to: "\(folder)/\(Self.old)_a/notes/\(Self.old).txt")
    try repository.git("init --quiet")
    try FileManager.default.removeItem(atPath: repository.path + "/.agent/exec_plans/a")
    try repository.commit("plan", file: "README")
    let result = try renumber(repository, Self.old, "--to", Self.new)
    #expect(result["path"].string == "\(folder)/\(Self.new)_a/\(Self.new)_a.md")
    #expect(try repository.read("\(folder)/\(Self.new)_a/notes/\(Self.old).txt") == "text")
  }

  @Test(arguments: [
    (["EP-20260909-001"], "there is no plan EP-20260909-001"),
    (["nothing"], "there is no plan 'nothing'"), (["a", "--to", "EP-20260101-002"], "is taken"),
    (["docs/plan.md"], "has no ID"), (["a", "--to", "EP-1"], "is no plan ID"),
  ])
  func whatCannotBeDoneIsSaid(words: [String], message: String) throws {
    let repository = try plain()
    try repository.git("config execplan.plans docs")
    try repository.write("# Plan\n", to: "docs/plan.md")
    let before = try repository.snapshot()
    let outcome = try repository.execplan(["renumber"] + words)
    #expect(outcome.exitCode == (message == "is no plan ID" ? 64 : 2))
    #expect(outcome.errors.contains(message))
    #expect(try repository.snapshot() == before)
  }

  @Test func aDocumentThatCannotBeEditedChangesNothing() throws {
    let repository = try plain()
    let path = Scratch.planPath(1, "a")
    try repository.write(
      try repository.read(path).replacing("id: \(Self.old)", with: "id: &x \(Self.old)"), to: path)
    let before = try repository.snapshot()
    let outcome = try repository.execplan(["renumber", "a"])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("cannot edit \(path)"))
    #expect(try repository.snapshot() == before)
  }
}
