import Foundation
import TestSupport
import Testing

/// What the hooks do where something is in their way.
struct HookTroubleTests {
  private typealias Scratch = ScratchRepository

  @Test func whatIsRequiredHoldsWhereTheConfigurationIsBroken() throws {
    let repository = try Scratch.withPlans("auth")
    _ = try repository.succeeding(repository.execplan("hooks install"))
    try repository.git("config execplan.plans ../docs")
    try repository.write("x\n", to: "x")
    try repository.git("add x")
    #expect(try repository.tryGit(["commit", "-q", "-m", "x"]).exitCode == 0)
    try repository.git("config execplan.required true")
    try repository.write("y\n", to: "y")
    try repository.git("add y")
    let outcome = try repository.tryGit(["commit", "-q", "-m", "y"])
    #expect(outcome.exitCode != 0)
    #expect(outcome.errors.contains("execplan.plans"))
  }

  @Test func rewordingWhatNeededNoPlanNeedsNone() throws {
    let repository = try Scratch.withPlans("auth")
    _ = try repository.succeeding(repository.execplan("hooks install"))
    let root = try repository.tryGit(["commit", "--amend", "-q", "-m", "begin"])
    #expect(root.exitCode == 0, "\(root.errors)")
    try repository.writePlan(2, "later")
    try repository.git("add --all")
    try repository.git(["commit", "-q", "-m", "plan"])
    let upkeep = try repository.tryGit(["commit", "--amend", "-q", "-m", "plan later"])
    #expect(upkeep.exitCode == 0, "\(upkeep.errors)")
    try repository.work("work", plan: 1)
    #expect(try repository.tryGit(["commit", "--amend", "-q", "-m", "bare"]).exitCode != 0)
  }

  @Test func theHooksOfHuskyAreLeftToHusky() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("config core.hooksPath .husky/_")
    let outcome = try repository.execplan("hooks install")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(".husky/commit-msg"))
  }

  @Test func outputThatCannotBeWrittenIsAFailure() throws {
    let repository = try Scratch.withPlans("auth")
    let outcome = try ProgramRunner.run(
      "/bin/sh", ["-c", "'\(ProgramRunner.execplan)' status --json >/dev/full"],
      in: repository.path, environment: repository.environment)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("could not be written"))
  }
}
