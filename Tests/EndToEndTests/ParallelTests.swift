import TestSupport
import Testing

/// Commands that run at the same time.
struct ParallelTests {
  @Test func plansThatAreCreatedAtOnceGetIDsOfTheirOwn() throws {
    let repository = try ScratchRepository.withPlans("auth")
    let arguments = ["-P", "12", "-I", "{}", ProgramRunner.execplan, "-q", "new", "Plan {}"]
    let outcome = try ProgramRunner.run(
      "/usr/bin/xargs", arguments + ["--date", "2026-02-01"], in: repository.path,
      environment: repository.environment, input: (1...12).map { "\($0)\n" }.joined())
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(Set(outcome.lines.compactMap { $0.split(separator: " ").first }).count == 12)
    let check = try repository.execplan("registry check --fail-on-warn")
    #expect(check.exitCode == 0, "\(check.output)")
  }
}
