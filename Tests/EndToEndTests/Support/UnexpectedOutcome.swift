import TestSupport

/// A run of the program that had to end well did not.
struct UnexpectedOutcome: Error, CustomStringConvertible {
  let outcome: CommandOutcome

  var description: String { "exit code \(outcome.exitCode): \(outcome.errors)" }
}

extension CommandOutcome {
  /// Ends the test where the run did not end well.
  func requireSuccess() throws {
    if exitCode != 0 { throw UnexpectedOutcome(outcome: self) }
  }
}
