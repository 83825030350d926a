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
    let session = try Session(environment, options: global)
    // Whoever writes has finished it by then.
    defer { session.warnAboutInterruption() }
    try run(in: session)
  }
}
