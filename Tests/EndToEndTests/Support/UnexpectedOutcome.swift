import TestSupport

/// A run of the program that had to end well did not.
struct UnexpectedOutcome: Error, CustomStringConvertible {
  let outcome: CommandOutcome

  var description: String { "exit code \(outcome.exitCode): \(outcome.errors)" }
}
