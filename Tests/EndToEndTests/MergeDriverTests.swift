import Foundation
import TestSupport
import Testing

/// Parallel branches that change plans and the registry, brought together by git in every way it knows.
struct MergeDriverTests {
  static let registry = ".agent/exec_plans/registry.json"

  /// Makes a repository that `init` set up, with the plans `one` and `two` on `main`.
  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    _ = try repository.succeeding(repository.execplan("init"))
    try repository.writePlan(1, "one")
    try repository.writePlan(2, "two")
    try repository.commitPlans("base")
    return repository
  }

  /// Makes two branches from `main`. Each creates a plan, and both edit the first one.
  private func makeBranches(in repository: ScratchRepository) throws {
    try repository.git("switch --quiet --create left")
    _ = try repository.succeeding(
      repository.execplan(["new", "Left", "--slug", "left", "--date", "2026-02-01"]))
    try repository.edit(
      1, "one",
      [
        "status: planned": "status: active", "updated: 2026-01-01": "updated: 2026-02-03",
        "pr: \"\"": "pr: \"#7\"",
      ])
    try repository.commitPlans("left")
    try repository.git("switch --quiet --create right main")
    _ = try repository.succeeding(
      repository.execplan(["new", "Right", "--slug", "right", "--date", "2026-02-02"]))
    try repository.edit(
      1, "one",
      [
        "status: planned": "status: done", "updated: 2026-01-01": "updated: 2026-02-02",
        "kind: feature": "kind: perf\ntags: [fast]",
      ])
    try repository.commitPlans("right")
  }

  /// Expects that everything of both branches is there, and that the registry says the same as the plans.
  private func expectBoth(in repository: ScratchRepository) throws {
    #expect(try repository.git("status --porcelain") == "")
    let check = try repository.execplan("registry check --fail-on-warn")
    #expect(check.exitCode == 0, "\(check.output)")
    let plans = try repository.json("list")["plans"].array
    #expect(
      plans.compactMap { $0["title"].string }.sorted() == ["Left", "Plan one", "Plan two", "Right"])
    let text = try repository.read(ScratchRepository.planPath(1, "one"))
    for line in [
      "status: done", "updated: 2026-02-03", "kind: perf", "tags: [fast]", "  pr: \"#7\"",
      "title: \"Plan one\"  # a person's comment",
    ] {
      #expect(text.contains("\n\(line)\n"), "\(line)")
    }
  }

  @Test func aMerge() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    try repository.git("merge --quiet left")
    try expectBoth(in: repository)
  }

  @Test func aRebase() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    try repository.git("rebase --quiet left")
    try expectBoth(in: repository)
  }

  @Test func aCherryPick() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    try repository.git("cherry-pick left")
    try expectBoth(in: repository)
  }

  @Test func aStash() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    try repository.git("reset --quiet --mixed HEAD^")
    try repository.git("add --all")
    try repository.git("stash push --quiet")
    try repository.git("merge --quiet --ff-only left")
    try repository.git("stash pop --quiet")
    try repository.commitPlans("popped")
    try expectBoth(in: repository)
  }

  @Test func aMergeWithoutAWorkTree() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    let tree = try repository.git("merge-tree --write-tree right left")
    try repository.git(["read-tree", "--reset", "-u", tree])
    try repository.commitPlans("merged")
    try expectBoth(in: repository)
  }

  /// Git's strategy for several branches at once calls no merge drivers: it finds the conflict that lines
  /// have, and says so.
  @Test func severalBranchesAtOnce() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    try repository.git("switch --quiet --create both main")
    let several = try repository.tryGit(["merge", "--quiet", "--no-ff", "left", "right"])
    #expect(several.exitCode == 1)
    #expect(try repository.git("diff --name-only --diff-filter=U").contains(Self.registry))
    try repository.git("merge --abort")
    try repository.git("merge --quiet left")
    try repository.git("merge --quiet right")
    try expectBoth(in: repository)
  }

  @Test func aRevert() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    try repository.git("merge --quiet left")
    try repository.git(["revert", "--no-edit", "-m", "1", "HEAD"])
    #expect(try repository.git(["diff", "--stat", "right", "--", Self.registry]) == "")
    let text = try repository.read(ScratchRepository.planPath(1, "one"))
    #expect(text.contains("status: done") && text.contains("pr: \"\""))
  }

  @Test func aPlanThatMovedAndWasEdited() throws {
    let repository = try repository()
    try repository.git("switch --quiet --create move")
    let moved = ".agent/exec_plans/archive/2026/02/03/one/EP-20260101-001_one.md"
    try FileManager.default.createDirectory(
      atPath: repository.path + "/.agent/exec_plans/archive/2026/02/03/one",
      withIntermediateDirectories: true)
    try repository.git(["mv", ScratchRepository.planPath(1, "one"), moved])
    try repository.edit(
      at: moved,
      ["status: planned": "status: archived", "updated: 2026-01-01": "updated: 2026-02-03"])
    try repository.commitPlans("move")
    try repository.git("switch --quiet main")
    try repository.edit(
      1, "one", ["status: planned": "status: done", "The only step.": "The first step."])
    try repository.commitPlans("edit")
    try repository.git("merge --quiet move")
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
    let text = try repository.read(moved)
    #expect(text.contains("status: archived\n") && text.contains("The first step."))
  }

  @Test func aPlanThatOneSideDeleted() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    try repository.git(["rm", "--quiet", ScratchRepository.planPath(2, "two")])
    try repository.commitPlans("without two")
    try repository.git("merge --quiet left")
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
    let registry = try repository.read(Self.registry)
    #expect(!registry.contains("-002\"") && registry.contains("Left") && registry.contains("Right"))
    // Deleted here, edited there: a conflict in the plan is one in the registry.
    try repository.git(["rm", "--quiet", ScratchRepository.planPath(1, "one")])
    try repository.commitPlans("without one")
    try repository.git("switch --quiet left")
    try repository.edit(1, "one", ["status: active": "status: paused"])
    try repository.commitPlans("edited")
    #expect(try repository.tryGit(["merge", "--quiet", "right"]).exitCode == 1)
    #expect(
      try repository.git("diff --name-only --diff-filter=U").split(separator: "\n").count == 2)
  }

  @Test func theSameFileAddedOnBothSides() throws {
    let repository = try repository()
    for (branch, day) in [("left", "02"), ("right", "03")] {
      try repository.git("switch --quiet --create \(branch) main")
      try repository.writePlan(3, "three", status: branch == "left" ? "active" : "planned")
      try repository.edit(3, "three", ["updated: 2026-01-01": "updated: 2026-02-\(day)"])
      try repository.commitPlans(branch)
    }
    try repository.git("merge --quiet left")
    let text = try repository.read(ScratchRepository.planPath(3, "three"))
    #expect(text.contains("status: active\n") && text.contains("updated: 2026-02-03\n"))
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
  }

  @Test func carriageReturnsStay() throws {
    let repository = try repository()
    let path = ScratchRepository.planPath(1, "one")
    try repository.write(try repository.read(path).replacing("\n", with: "\r\n"), to: path)
    try repository.commitPlans("carriage returns")
    try makeBranches(in: repository)
    try repository.git("merge --quiet left")
    let text = try repository.read(path)
    #expect(text.components(separatedBy: "\n").dropLast().allSatisfy { $0.hasSuffix("\r") })
    try repository.write(text.replacing("\r\n", with: "\n"), to: path)
    try repository.commitPlans("line feeds")
    try expectBoth(in: repository)
  }

  @Test func onlyTheBodyIsInConflictWhereTheBodyIs() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    try repository.edit(1, "one", ["The only step.": "The right step."])
    try repository.commitPlans("right body")
    try repository.git("switch --quiet left")
    try repository.edit(1, "one", ["The only step.": "The left step."])
    try repository.commitPlans("left body")
    #expect(try repository.tryGit(["merge", "--quiet", "right"]).exitCode == 1)
    let path = ScratchRepository.planPath(1, "one")
    #expect(try repository.git("diff --name-only --diff-filter=U") == path)
    let text = try repository.read(path)
    #expect(
      text.contains(
        "\n<<<<<<< ours\n- [x] The left step.\n=======\n- [x] The right step.\n>>>>>>> theirs\n"))
    #expect(text.components(separatedBy: "<<<<<<<").count == 2)
    try repository.write(
      text.components(separatedBy: "\n").filter {
        !$0.hasPrefix("<<<") && !$0.hasPrefix("===") && !$0.hasPrefix(">>>")
      }
      .joined(separator: "\n"), to: path)
    try repository.commitPlans("resolved")
    try expectBoth(in: repository)
  }

  @Test func aTitleThatBothChangedIsForAPerson() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    try repository.edit(1, "one", ["\"Plan one\"": "\"Right\""])
    try repository.commitPlans("right title")
    try repository.git("switch --quiet left")
    try repository.edit(1, "one", ["\"Plan one\"": "\"Left\""])
    try repository.commitPlans("left title")
    let outcome = try repository.tryGit(["merge", "--quiet", "right"])
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("run 'git execplan registry build'"))
    for path in [ScratchRepository.planPath(1, "one"), Self.registry] {
      let text = try repository.read(path)
      #expect(text.components(separatedBy: "<<<<<<<").count == 2)
      #expect(text.contains("Left") && text.contains("Right"))
    }
    #expect(try repository.read(ScratchRepository.planPath(1, "one")).contains("status: done\n"))
  }

  @Test func twoPlansWithOneIDAreForAPerson() throws {
    let repository = try repository()
    for branch in ["left", "right"] {
      try repository.git("switch --quiet --create \(branch) main")
      try repository.writePlan(3, branch)
      try repository.commitPlans(branch)
    }
    #expect(try repository.tryGit(["merge", "--quiet", "left"]).exitCode == 1)
    #expect(try repository.git("diff --name-only --diff-filter=U") == Self.registry)
  }

  @Test func whereTheProgramIsGoneGitMergesAlone() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    let key = "merge.execplan-registry.driver"
    let driver = try repository.git(["config", key])
    // It may be installed on this machine as well.
    let gone = driver.replacing(ProgramRunner.execplan, with: "/nowhere/git-execplan")
      .replacing("/usr/local/bin", with: "/nowhere")
    try repository.git(["config", key, gone])
    #expect(
      try repository.tryGit(["merge", "--quiet", "left"], environment: ["PATH": "/usr/bin:/bin"])
        .exitCode == 1)
    let text = try repository.read(Self.registry)
    #expect(
      text.contains("<<<<<<< ours\n") && text.contains("\"Left\"") && text.contains("\"Right\""))
    try repository.git("merge --abort")
    // And so it does without the configuration, as in a clone where nobody ran init.
    try repository.git(["config", "--remove-section", "merge.execplan-registry"])
    #expect(try repository.tryGit(["merge", "--quiet", "left"]).exitCode == 1)
    #expect(try repository.read(Self.registry).contains("<<<<<<< HEAD\n"))
  }

  @Test func aDriverThatCannotReadASideMergesLines() throws {
    let repository = try repository()
    try makeBranches(in: repository)
    try repository.write("no JSON\n", to: Self.registry)
    try repository.write("no front matter\n", to: ScratchRepository.planPath(2, "two"))
    try repository.commit("broken", file: "README")
    let outcome = try repository.tryGit(["merge", "--quiet", "left"])
    #expect(outcome.exitCode == 1)
    #expect(try repository.read(Self.registry).contains("<<<<<<< ours\nno JSON\n=======\n"))
    #expect(try repository.read(ScratchRepository.planPath(2, "two")) == "no front matter\n")
  }

  /// What is no text stays whole, as git leaves it.
  @Test func bytesThatAreNoTextAreNotMerged() throws {
    let repository = try repository()
    let path = ScratchRepository.planPath(2, "two")
    let text = try repository.read(path)
    for branch in ["left", "right"] {
      try repository.git("switch --quiet --create \(branch) main")
      try repository.write(text + "\(branch)\0\n", to: path)
      try repository.commitPlans(branch)
    }
    #expect(try repository.tryGit(["merge", "--quiet", "left"]).exitCode == 1)
    #expect(try repository.git("diff --name-only --diff-filter=U") == path)
    #expect(try repository.read(path) == text + "right\0\n")
  }

  @Test func wrongUseIsRefused() throws {
    let repository = try ScratchRepository()
    #expect(try repository.execplan("merge-driver").exitCode == 64)
    #expect(try repository.execplan("merge-driver other a b c").exitCode == 64)
    #expect(try repository.execplan("merge-driver plan a b c").exitCode == 2)
    #expect(try !repository.execplan("--help").output.contains("merge-driver"))
  }
}

extension ScratchRepository {
  /// Brings the registry up to date and commits everything.
  fileprivate func commitPlans(_ subject: String) throws {
    _ = try succeeding(execplan("registry build"))
    try git(["add", "--all"])
    try git(["commit", "--quiet", "--no-verify", "--allow-empty", "-m", subject])
  }

  /// Replaces texts in a plan's document; each must be there.
  fileprivate func edit(_ number: Int, _ slug: String, _ changes: [String: String]) throws {
    try edit(at: Self.planPath(number, slug), changes)
  }

  fileprivate func edit(at path: String, _ changes: [String: String]) throws {
    var text = try read(path)
    let isWide = text.contains("\r\n")
    for (old, new) in changes {
      try #require(text.contains(old))
      text = text.replacing(old, with: isWide ? new.replacing("\n", with: "\r\n") : new)
    }
    try write(text, to: path)
  }
}
