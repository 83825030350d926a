import ArgumentParser
import Plans

/// Closes a plan as archived.
struct ArchiveCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Archive a plan, be it done or given up",
    discussion: """
      It moves to archive/YYYY/MM/DD/, unless it lies in a folder of finished plans already. Nothing \
      is committed. Running it again changes nothing.

      Example:
        git execplan archive EP-20260117-014
      """)

  @OptionGroup var options: ClosingOptions

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws { try options.run(as: .archived, in: session) }
}
