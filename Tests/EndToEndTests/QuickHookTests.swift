import Foundation
import TestSupport
import Testing

/// The small program does as much of a hook as the whole one would, or nothing.
@Suite struct QuickHookTests {
  private typealias Scratch = ScratchRepository

  /// A message, and whether the small program is enough for it.
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let message: String
    let isDone: Bool
    /// What `git config` is given first.
    var configuration: [String] = []
    var source: String?
    var variables: [String: String] = [:]

    var testDescription: String { name }
  }

  private static let plan = "ExecPlan: \(ScratchRepository.planID(1))\n"
  private static let closed = "ExecPlan: \(ScratchRepository.planID(3))\n"
  private static let milestone = "Milestone: \(ScratchRepository.planID(1))/MS001\n"

  private static let repository = Result {
    let repository = try Scratch.withPlans("auth")
    try repository.writeMilestone(1, "auth")
    try repository.writePlan(3, "done", status: "done")
    try repository.commit("plans\n\nExecPlan: none", file: "README")
    _ = try repository.start(1, "--milestone", "MS001")
    return repository
  }

  private static func run(
    _ row: Row, hook: String
  ) throws -> (quick: CommandOutcome, full: CommandOutcome, results: [String]) {
    let repository = try ScratchRepository(copyOf: repository.get())
    if !row.configuration.isEmpty { try repository.git(["config"] + row.configuration) }
    var environment = repository.environment.merging(row.variables) { _, new in new }
    var words = [hook, ".git/MESSAGE"] + [row.source].compactMap(\.self)
    try repository.write(row.message, to: ".git/MESSAGE")
    let quick = try ProgramRunner.run(
      ProgramRunner.execplan + "-hook", words, in: repository.path, environment: environment)
    let results = [try repository.read(".git/MESSAGE")]
    try repository.write(row.message, to: ".git/MESSAGE")
    // A work tree that is named is left to libgit2.
    environment["GIT_WORK_TREE"] = repository.path
    words.insert("hook", at: 0)
    let full = try ProgramRunner.run(
      ProgramRunner.execplan, words, in: repository.path, environment: environment)
    return (quick, full, results + [try repository.read(".git/MESSAGE")])
  }

  private static func check(_ row: Row, hook: String) throws {
    let (quick, full, results) = try run(row, hook: hook)
    #expect(quick.exitCode == (row.isDone ? 0 : 3), "\(quick.errors)")
    #expect(quick.output.isEmpty && quick.errors.isEmpty)
    if quick.exitCode == 0 {
      #expect(full.exitCode == 0 && full.errors.isEmpty, "\(full.errors)")
      #expect(results[0] == results[1])
    } else {
      #expect(results[0] == row.message)
    }
  }

  @Test(arguments: [
    Row(name: "a plan", message: "x\n\n\(plan)", isDone: true),
    Row(name: "its milestone", message: "x\n\n\(plan)\(milestone)", isDone: true),
    Row(name: "a milestone alone", message: "x\n\n\(milestone)", isDone: true),
    Row(
      name: "an unknown milestone",
      message: "x\n\n\(plan)\(milestone)".replacing("MS001", with: "MS002"), isDone: false),
    Row(name: "a closed plan", message: "x\n\n\(closed)", isDone: false),
    Row(name: "an unknown plan", message: "x\n\nExecPlan: EP-20260101-009\n", isDone: false),
    Row(name: "a plan by its path", message: "x\n\nExecPlan: docs/a.md\n", isDone: false),
    Row(name: "no ID", message: "x\n\nExecPlan: EP-1\n", isDone: false),
    Row(name: "no plan", message: "x\n", isDone: false),
    Row(name: "none", message: "x\n\nExecPlan: none (a typo)\n", isDone: true),
    Row(name: "a merge", message: "Merge branch 'a'\n", isDone: true),
    Row(name: "a revert", message: "Revert \"x\"\n", isDone: true),
    Row(name: "a fixup", message: "fixup! x\n", isDone: true),
    Row(
      name: "a fixup in spite of the configuration", message: "fixup! x\n", isDone: false,
      configuration: ["execplan.exempt.fixup", "false"]),
    Row(name: "nothing but comments", message: "\n# x\n", isDone: true),
    Row(name: "nothing but the trailer", message: "\n\(plan)", isDone: false),
    Row(name: "comments", message: "x\n# y\n\n\(plan)# z\n", isDone: true),
    Row(name: "a torn block", message: "x\n\n\(plan)\nSigned-off-by: A <a@b>\n", isDone: true),
    Row(
      name: "a torn block that stays", message: "x\n\n\(plan)\nSigned-off-by: A <a@b>\n",
      isDone: true, configuration: ["execplan.insert", "false"]),
    Row(
      name: "a warning", message: "x\n\n\(closed)", isDone: false,
      configuration: ["execplan.check.closed-plan", "warn"]),
    Row(
      name: "a rule that is off", message: "x\n\n\(closed)", isDone: true,
      configuration: ["execplan.check.closed-plan", "off"]),
    Row(
      name: "a rule with a wrong weight", message: "x\n\n\(plan)", isDone: false,
      configuration: ["execplan.check.closed-plan", "no"]),
    Row(
      name: "a bot", message: "x\n", isDone: true, configuration: ["execplan.bots", "Test*"],
      variables: ["GIT_AUTHOR_NAME": "Tester"]),
    Row(
      name: "the hook is off", message: "x\n", isDone: true,
      configuration: ["execplan.hook", "false"]),
    Row(
      name: "the hook is off once", message: "x\n", isDone: true,
      variables: ["EXECPLAN_HOOK": "off"]),
    Row(
      name: "configuration with escapes", message: "x\n\n\(plan)", isDone: true,
      configuration: ["alias.x", "!echo \"y\""]),
    Row(
      name: "configuration in other files", message: "x\n\n\(plan)", isDone: false,
      configuration: ["include.path", "other"]),
    Row(
      name: "a root outside of the repository", message: "x\n\n\(plan)", isDone: false,
      configuration: ["execplan.roots", "../plans"]),
  ])
  func judges(row: Row) throws { try Self.check(row, hook: "commit-msg") }

  @Test(arguments: [
    Row(name: "a message", message: "x\n", isDone: true, source: "message"),
    Row(name: "an editor", message: "\n# x\n", isDone: true),
    Row(name: "a plan", message: "x\n\n\(closed)", isDone: true, source: "message"),
    Row(name: "a fixup", message: "fixup! x\n", isDone: true, source: "message"),
    Row(name: "a revert", message: "Revert \"x\"\n", isDone: false),
    Row(name: "a template", message: "x:\n", isDone: false, source: "template"),
    Row(
      name: "a template by way of pre-commit", message: "x:\n", isDone: false,
      variables: ["PRE_COMMIT_COMMIT_MSG_SOURCE": "template"]),
    Row(
      name: "no source by way of pre-commit", message: "x:\n", isDone: true,
      variables: ["PRE_COMMIT_COMMIT_MSG_SOURCE": ""]),
    Row(
      name: "no insertion", message: "x\n", isDone: true, configuration: ["execplan.insert", "no"]),
  ])
  func prepares(row: Row) throws { try Self.check(row, hook: "prepare-commit-msg") }

  @Test(arguments: [[], ["commit-msg"], ["pre-push", "origin", "url"], ["commit-msg", "nowhere"]])
  func doesNothingElse(words: [String]) throws {
    let repository = try ScratchRepository(copyOf: Self.repository.get())
    let outcome = try ProgramRunner.run(
      ProgramRunner.execplan + "-hook", words, in: repository.path,
      environment: repository.environment)
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
  }
}
