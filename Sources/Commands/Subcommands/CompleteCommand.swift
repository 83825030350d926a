import ArgumentParser
import Plans

/// Closes a plan as done.
struct CompleteCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Close a plan as done: status, date, folder and registry",
    discussion: """
      Where plans are arranged by state, it moves to complete/YYYY/MM/DD/; else it stays with its \
      slug. Nothing is committed. Running it again changes nothing.

      Example:
        git execplan complete EP-20260117-014
      """)

  @OptionGroup var options: ClosingOptions

  @Flag(help: "Close it though milestones are unfinished.")
  var force = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    try options.run(as: .done, isForced: force, in: session)
  }
}
