import ArgumentParser
import GitModel
import Plans
import Reports

/// Gives a plan another ID.
struct RenumberCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "renumber", abstract: "Give a plan another ID; repairs an ID that two plans have",
    discussion: """
      The new ID is the next free one of the same day. The document, its milestones, references of \
      other plans, branches and the registry follow, and git notes keep old trailers true. Of two plans \
      with one ID name the one that is to change by its path.

      Example:
        git execplan renumber .agent/exec_plans/csv/EP-20260112-002_csv.md
      """)

  @Argument(help: "The plan: its document's path, its slug, or its ID.")
  var id: String

  @Option(help: ArgumentHelp("The new ID.", valueName: "id"))
  var to: String?

  @Flag(help: "Write nothing; say what would change.")
  var dryRun = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let to, PlanID(to) == nil {
      throw ValidationError("'\(to)' is no plan ID; an ID has the form EP-YYYYMMDD-NNN.")
    }
  }

  func run(in session: Session) throws {
    let locked = try LockedPlans(session)
    let plan = try RenumberPlanner(session, catalog: locked.catalog).plan(
      id, to: to.flatMap { PlanID($0) })
    let writer = RenumberWriter(session, catalog: locked.catalog, lock: locked.lock)
    if !dryRun { try writer.write(plan) }
    let report = plan.report(isWritten: !dryRun)
    session.write(json ? report.json() : report.text(session.style))
    for warning in plan.warnings { session.warn(warning) }
    if !dryRun, !json { note(plan, session) }
  }

  private func note(_ plan: RenumberPlan, _ session: Session) {
    session.note("next: commit this, also where other branches hold the plan")
    if !plan.notes.isEmpty {
      session.note("and share the notes: git push <remote> \(FactsGatherer.notesReference)")
    }
  }
}
