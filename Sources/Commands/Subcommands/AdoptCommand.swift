import ArgumentParser
import Plans
import Reports

/// Makes plans of documents that have no ID.
struct AdoptCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Give a document without an ID an ID, front matter and a home",
    discussion: """
      What the document holds stays byte for byte; keys that the format needs are added. Commits that \
      name it by its path get notes with the ID.

      Examples:
        git execplan adopt docs/plans/12-cache.md --dry-run
        git execplan adopt docs/plans/*.md
      """)

  @OptionGroup var fields: AdoptFields

  @Flag(help: "Write nothing; show the result.")
  var dryRun = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let locked = try LockedPlans(session)
    let plan = try AdoptPlanner(session, catalog: locked.catalog, fields: fields).plan()
    if !dryRun {
      try AdoptWriter(session: session, catalog: locked.catalog, lock: locked.lock).write(plan)
    }
    let report = plan.report(isWritten: !dryRun)
    session.write(
      json ? report.json() : report.text(session.style, showsFrontMatter: dryRun))
    for warning in plan.warnings { session.warn(warning) }
    if dryRun || json { return }
    session.note("next: commit this")
    if !plan.notes.isEmpty {
      session.note("and share the notes: git push <remote> \(FactsGatherer.notesReference)")
    }
  }
}
