import Foundation
import TestSupport
import Testing

/// What the hooks do with messages, run by git itself.
struct HookTests {
  private typealias Scratch = ScratchRepository

  /// Makes a repository with a plan and the hooks.
  private func hooked() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth")
    try repository.commit("work", file: "work")
    _ = try repository.succeeding(repository.execplan("hooks install"))
    return repository
  }

  /// Stages a change and commits it through the hooks.
  private func commit(
    _ arguments: String..., in repository: ScratchRepository, environment: [String: String] = [:]
  ) throws -> CommandOutcome {
    try repository.write(UUID().uuidString, to: "file.txt")
    try repository.git("add --all")
    return try repository.tryGit(["commit", "--quiet"] + arguments, environment: environment)
  }

  /// Runs the command that the hint of a refused commit gives, word for word.
  private func runHint(
    of refused: CommandOutcome, in repository: ScratchRepository, folder: String? = nil,
    adding option: String = "", environment: [String: String] = [:]
  ) throws -> CommandOutcome {
    let command = try #require(
      refused.errors.split(separator: "\n").first { $0.hasPrefix("  git ") })
    return try ProgramRunner.run(
      "/bin/sh", ["-c", "\(command) \(option)"], in: folder ?? repository.path,
      environment: repository.environment.merging(environment) { _, new in new })
  }

  /// Returns the values of the trailer `ExecPlan` of the newest commit, as git reads them.
  private func trailers(_ repository: ScratchRepository) throws -> [String] {
    try repository.git("log -1 --format=%(trailers:key=ExecPlan,valueonly)")
      .split(separator: "\n").map(String.init)
  }

  @Test func aRefusedMessageIsKeptAndTheHintWorksWordForWord() throws {
    let repository = try hooked()
    let head = try repository.git("rev-parse HEAD")
    let refused = try commit("-m", "a \"quoted\" $subject", "-m", "And a body.", in: repository)
    #expect(refused.exitCode != 0)
    #expect(try repository.git("rev-parse HEAD") == head)
    #expect(refused.errors.contains("[missing-id]"))
    #expect(try repository.git("diff --cached --name-only") == "file.txt")

    let outcome = try runHint(of: refused, in: repository)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try trailers(repository) == [Scratch.planID(1)])
    #expect(
      try repository.git("log -1 --format=%B")
        == "a \"quoted\" $subject\n\nAnd a body.\n\nExecPlan: \(Scratch.planID(1))\n")
  }

  @Test func theHintWorksInASubfolderAndInALinkedWorkTree() throws {
    let repository = try hooked()
    let tree = repository.surroundings + "/tree"
    try repository.git(["worktree", "add", "-q", "-b", "other", tree])
    for folder in [repository.path + "/sub", tree + "/sub"] {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      let refused = try repository.tryGit(["commit", "-q", "--allow-empty", "-m", "x"], in: folder)
      #expect(refused.exitCode != 0)
      let outcome = try runHint(
        of: refused, in: repository, folder: folder, adding: "--allow-empty")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
  }

  @Test(arguments: ["ExecPlan: none (a typo)", "execplan: NONE", "ExecPlan: EP-20260101-001"])
  func aMessageThatSaysWhereItBelongsIsAccepted(trailer: String) throws {
    let repository = try hooked()
    #expect(try commit("-m", "x", "-m", trailer, in: repository).exitCode == 0)
    #expect(try repository.git("log -1 --format=%B") == "x\n\n\(trailer)\n")
  }

  @Test(arguments: [
    ("ExecPlan: EP-20260101-999", "unknown-plan"), ("ExecPlan: EP-1", "malformed-id"),
    ("Milestone: EP-20260101-001/MS001", "unknown-milestone"),
  ])
  func aMessageThatNamesAWrongPlanIsRefused(trailer: String, rule: String) throws {
    let repository = try hooked()
    let outcome = try commit("-m", "x", "-m", trailer, in: repository)
    #expect(outcome.exitCode != 0)
    #expect(outcome.errors.contains("[\(rule)]"))
    // The command of the hint leads out of it; in the editor the person mends the trailer.
    let editor = ["GIT_EDITOR": "sed -i -E 's/^(ExecPlan|Milestone):.*/ExecPlan: none/'"]
    let second = try runHint(of: outcome, in: repository, environment: editor)
    #expect(second.exitCode == 0, "\(second.errors)")
    #expect(try repository.git("log -1 --format=%B") == "x\n\nExecPlan: none\n")
  }

  @Test(arguments: [[], ["--verbose"]])
  func aMessageFromAnEditorIsKeptWithoutTheCommentsOfGit(options: [String]) throws {
    let repository = try hooked()
    try repository.write("code", to: "file.txt")
    try repository.git("add --all")
    let editor = ["GIT_EDITOR": "sed -i '1s/^/written in an editor/'"]
    let refused = try repository.tryGit(["commit"] + options, environment: editor)
    #expect(refused.exitCode != 0)
    let outcome = try runHint(of: refused, in: repository)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      try repository.git("log -1 --format=%B")
        == "written in an editor\n\nExecPlan: \(Scratch.planID(1))\n")
  }

  @Test func aPlanIsOpenForTheCommitThatClosesItAndForTheOneThatOpensItAgain() throws {
    let repository = try hooked()
    let base = try repository.git("rev-parse HEAD")
    let trailer = "ExecPlan: \(Scratch.planID(1))"
    // The last work goes with the document's new status.
    try repository.writePlan(1, "auth", status: "done")
    #expect(try commit("-m", "last", "-m", trailer, in: repository).exitCode == 0)
    // It may still be amended, with work and without.
    #expect(try commit("--amend", "--no-edit", in: repository).exitCode == 0)
    #expect(try repository.tryGit(["commit", "-q", "--amend", "--no-edit"]).exitCode == 0)
    let refused = try commit("-m", "late", "-m", trailer, in: repository)
    #expect(refused.exitCode != 0)
    #expect(refused.errors.contains("[closed-plan]"))
    try repository.writePlan(1, "auth", status: "active")
    #expect(try commit("-m", "again", "-m", trailer, in: repository).exitCode == 0)
    #expect(try repository.execplan("check \(base)..HEAD").exitCode == 0)
    #expect(try repository.git("rev-list --count \(base)..HEAD") == "2")
  }

  @Test func aPlanThatMovesIntoTheArchiveWithItsLastWorkIsOpen() throws {
    let repository = try hooked()
    try repository.start(1)
    _ = try repository.succeeding(repository.execplan(["complete", Scratch.planID(1)]))
    let outcome = try commit("-m", "last", in: repository)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try trailers(repository) == [Scratch.planID(1)])
    #expect(try commit("-m", "late", in: repository).errors.contains("[closed-plan]"))
  }

  @Test func theCommandOfTheHintKeepsWhatWasAskedFor() throws {
    let repository = try hooked()
    let folder = repository.path + "/it's here"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try repository.write("1", to: "it's here/a b")
    try repository.write("1", to: "other")
    try repository.git("add --all")
    try repository.write("2", to: "it's here/a b")
    let commands = [
      ["commit", "-q", "-m", "named", "--author=B <b@example.com>", "--", "a b"],
      ["commit", "-q", "-s", "--amend", "-m", "amended"],
      ["commit", "-q", "-a", "-m", "all"],
      ["-c", "user.useConfigOnly=true", "commit", "-q", "-C", "HEAD~2", "--allow-empty"],
    ]
    for (number, command) in commands.enumerated() {
      if command.contains("-a") { try repository.write("3", to: "it's here/a b") }
      if command.contains("-C") {
        try repository.git(
          ["commit", "-q", "--allow-empty", "--no-verify", "--author=C <c@example.com>", "-m", "c"])
        try repository.git(["commit", "-q", "--allow-empty", "--no-verify", "-m", "d"])
        try repository.git(["commit", "-q", "--allow-empty", "--no-verify", "-m", "e"])
      }
      let refused = try repository.tryGit(command, in: folder)
      #expect(refused.exitCode != 0, "\(command)")
      let outcome = try runHint(of: refused, in: repository, folder: folder)
      #expect(outcome.exitCode == 0, "\(command): \(outcome.errors)")
      let shown = try repository.git([
        "log", "-1", "--format=%an|%s|%(trailers:key=ExecPlan,valueonly,separator=%x2C)",
      ])
      let names = try repository.git("show --format= --name-only HEAD")
      let expected = [
        ("B|named|", "it's here/a b"), ("B|amended|", "it's here/a b\nother"),
        ("A U Thor|all|", "it's here/a b"), ("C|c|", ""),
      ][number]
      #expect(shown == expected.0 + Scratch.planID(1))
      #expect(names == expected.1)
    }
    #expect(try repository.git("log --format=%s").contains("amended\nwork"))
  }

  @Test func likelyPlansComeFirst() throws {
    let repository = try hooked()
    for number in 2...7 {
      try repository.writePlan(number, "p\(number)", status: number == 5 ? "active" : "planned")
    }
    try repository.git("add --all")
    try repository.git(["commit", "-q", "-m", "plans"])
    try repository.work("recent", plan: 6)
    try repository.write("x", to: "x")
    try repository.write("note", to: ".agent/exec_plans/p3/note.txt")
    try repository.git("add --all")
    let refused = try repository.tryGit(["commit", "-q", "-m", "x"])
    let plans = refused.errors.split(separator: "\n").filter { $0.hasPrefix("  EP-") }
      .map { $0.dropFirst(2).prefix(15) }
    #expect(plans == [3, 6, 5, 7, 4].map { Scratch.planID($0)[...] })
    #expect(refused.errors.contains("  and 2 more: 'git execplan list'\n"))
    #expect(refused.errors.contains("(changed by this commit)"))
    #expect(refused.errors.contains("(of a commit before this one)"))
    for escape in ["ExecPlan: none", "EXECPLAN_HOOK=off", "execplan.hook false", "--no-verify"] {
      #expect(refused.errors.contains(escape))
    }
  }

  @Test func aRefusedMergeKeepsItsMessage() throws {
    let repository = try hooked()
    try repository.git("config execplan.exempt.merge false")
    try repository.git("switch --quiet -c topic HEAD^")
    try repository.commit("topic\n\nExecPlan: none", file: "topic")
    try repository.git("switch --quiet main")
    let refused = try repository.tryGit([
      "merge", "-q", "--no-ff", "-m", "own words", "-m", "Body.", "topic",
    ])
    #expect(refused.exitCode != 0)
    let outcome = try runHint(of: refused, in: repository)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      try repository.git("log -1 --format=%P%n%B").split(separator: "\n").dropFirst()
        == ["own words", "Body.", "ExecPlan: \(Scratch.planID(1))"])
    #expect(try repository.git("rev-list --merges --count HEAD") == "1")
  }

  @Test func aRuleThatWarnsLetsTheCommitPass() throws {
    let repository = try hooked()
    try repository.git("config execplan.check.missing-id warn")
    let outcome = try commit("-m", "x", in: repository)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "warning: the message names no plan [missing-id]\n")
  }

  @Test func trailersAreNotAddedWhereNobodyWantsThem() throws {
    let repository = try hooked()
    try repository.start(1)
    try repository.git("config execplan.insert false")
    #expect(try commit("-m", "x", in: repository).exitCode != 0)
    #expect(
      try commit("-m", "x", "-m", "ExecPlan: none", "-m", "Key: a", in: repository).exitCode == 0)
    #expect(try repository.git("log -1 --format=%B") == "x\n\nExecPlan: none\n\nKey: a\n")
  }

  @Test func theRegistryTellsWhereAPlanIsAndIsNotBelieved() throws {
    let repository = try hooked()
    _ = try repository.succeeding(repository.execplan("registry build"))
    let trailer = "ExecPlan: \(Scratch.planID(1))"
    #expect(try commit("-m", "x", "-m", trailer, in: repository).exitCode == 0)
    try repository.git(["mv", ".agent/exec_plans/auth", ".agent/exec_plans/moved"])
    #expect(try commit("-m", "y", "-m", trailer, in: repository).exitCode == 0)
    try repository.git(["rm", "-rq", ".agent/exec_plans/moved"])
    try repository.git(["commit", "-q", "-m", "gone"])
    #expect(try commit("-m", "z", "-m", trailer, in: repository).exitCode != 0)
  }

  @Test func onThePlansBranchTheTrailerIsSuppliedOnceAlsoByAnAmend() throws {
    let repository = try hooked()
    try repository.start(1)
    let message = "one\n\nSigned-off-by: A U Thor <author@example.com>"
    #expect(try commit("-m", message, in: repository).exitCode == 0)
    let expected = message + "\nExecPlan: \(Scratch.planID(1))\n"
    #expect(try repository.git("log -1 --format=%B") == expected)
    #expect(try commit("--amend", "--no-edit", in: repository).exitCode == 0)
    #expect(try commit("--amend", in: repository).exitCode == 0)
    #expect(try repository.git("log -1 --format=%B") == expected)
    #expect(try commit("-m", "x", "-m", "ExecPlan: none", in: repository).exitCode == 0)
    #expect(try trailers(repository) == ["none"])
  }

  @Test func aRewordedCommitMidRebaseGetsTheTrailerOfItsBranchOnce() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.start(1)
    try repository.work("one")
    try repository.work("two")
    try repository.git("switch --quiet main")
    try repository.work("elsewhere")
    try repository.git("switch --quiet -")
    _ = try repository.succeeding(repository.execplan("hooks install"))
    let editors = [
      "GIT_SEQUENCE_EDITOR": "sed -i s/^pick/reword/", "GIT_EDITOR": "sed -i '1s/$/ again/'",
    ]
    for _ in 1...2 {
      try repository.git(["rebase", "-q", "-i", "--no-ff", "main"], environment: editors)
    }
    let messages = try repository.git("log --format=%B%x00 main..").split(separator: "\0")
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    #expect(
      messages == ["two", "one"].map { "\($0) again again\n\nExecPlan: \(Scratch.planID(1))" })
  }

  @Test(arguments: ["--fixup=HEAD", "--squash=HEAD", "--fixup=amend:HEAD"])
  func aCommitToBeSquashedKeepsTheMessageThatGitWrote(option: String) throws {
    let repository = try hooked()
    try repository.start(1)
    #expect(try commit("-m", "one", in: repository).exitCode == 0)
    #expect(try commit(option, in: repository).exitCode == 0)
    let body = try repository.git("log -1 --format=%B")
    let lines = body.split(separator: "\n").filter { $0.hasPrefix("ExecPlan:") }
    #expect(lines.count == (option.contains("amend") ? 1 : 0))
    try repository.git(
      ["rebase", "-q", "-i", "--autosquash", "main"], environment: ["GIT_SEQUENCE_EDITOR": "true"])
    #expect(try trailers(repository) == [Scratch.planID(1)])
    #expect(try repository.git("rev-list --count main..") == "1")
  }

  @Test func mergesRevertsAndCherryPicksPass() throws {
    let repository = try hooked()
    try repository.git("switch --quiet -c topic")
    #expect(try commit("-m", "x", "-m", "ExecPlan: none", in: repository).exitCode == 0)
    try repository.git("switch --quiet main")
    try repository.write("m", to: "main.txt")
    try repository.git("add --all")
    try repository.git(["commit", "-qm", "m", "-m", "ExecPlan: none"])
    #expect(try repository.tryGit(["merge", "--no-ff", "-m", "any words", "topic"]).exitCode == 0)
    #expect(try repository.tryGit(["revert", "--no-edit", "HEAD^"]).exitCode == 0)
    try repository.git("switch --quiet -c other HEAD~2")
    #expect(try repository.tryGit(["cherry-pick", "topic"]).exitCode == 0)
  }

  @Test func aCommentOrADiffBelowTheScissorsIsNoMessage() throws {
    let repository = try hooked()
    let editor = ["GIT_EDITOR": "printf 'x\\n\\n# ExecPlan: EP-20260101-001\\n' >"]
    #expect(try commit(in: repository, environment: editor).exitCode != 0)
    try repository.write("ExecPlan: EP-20260101-001\n", to: "diff.txt")
    let verbose = ["GIT_EDITOR": "sed -i 1s/^/x/"]
    #expect(try commit("--verbose", in: repository, environment: verbose).exitCode != 0)
    // Git itself drops nothing of a message that it gets as it is.
    try repository.start(1)
    #expect(try commit("--verbose", in: repository, environment: verbose).exitCode == 0)
    #expect(
      try repository.git("log -1 --format=%B") == "x\n\nExecPlan: \(Scratch.planID(1))\n")
  }

  @Test func anEmptyMessageStillEndsTheCommit() throws {
    let repository = try hooked()
    try repository.start(1)
    let head = try repository.git("rev-parse HEAD")
    #expect(try commit(in: repository).exitCode != 0)
    #expect(try repository.git("rev-parse HEAD") == head)
  }

  @Test func theHooksCanBeSwitchedOff() throws {
    let repository = try hooked()
    #expect(
      try commit("-m", "x", in: repository, environment: ["EXECPLAN_HOOK": "off"]).exitCode == 0)
    #expect(try commit("-m", "x", "--no-verify", in: repository).exitCode == 0)
    try repository.git("config execplan.hook false")
    #expect(try commit("-m", "x", in: repository).exitCode == 0)
  }
}
