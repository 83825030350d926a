import ArgumentParser

/// A command that works in a repository.
protocol Subcommand: ParsableCommand {
  var global: GlobalOptions { get }

  /// Does the work.
  func run(in session: Session) throws
}

extension Subcommand {
  func run() throws {
    guard let environment = CommandEnvironment.current else { return }
    try run(in: Session(environment, options: global))
  }
}
