import ArgumentParser
import GitModel
import JSON
import Plans
import Reports

/// Creates, lists and completes milestones.
struct MilestoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "milestone", abstract: "Create, list and complete milestones of plans",
    subcommands: [New.self, List.self, Complete.self])

  struct New: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "Create a milestone under the plan's next number; prints its ID and path",
      discussion: "Example:\n  git execplan milestone new EP-20260117-014 \"Store the expiry\"")

    @OptionGroup var fields: MilestoneFields

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      let created = try MilestoneCreation(session).create(fields)
      if json {
        session.write(
          JSONReport.render([
            JSONMember("id", .string(created.id.description)),
            JSONMember("plan", .string(created.id.plan.description)),
            JSONMember("path", .string(created.path.description)),
          ]))
      } else {
        session.write("\(created.id)  \(TerminalText.escaped(created.path.description))\n")
      }
    }
  }

  struct List: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "List the milestones of a plan, or of all plans")

    @Argument(help: "The plan: its ID, its document's path, or its slug.")
    var plan: String?

    @Flag(help: "List only milestones that are not completed.")
    var open = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      let milestones = try Self.milestones(of: plan, session)
      let report = MilestoneListReport(milestones.filter { !open || !$0.isCompleted })
      session.write(json ? report.json() : report.table(session.style))
    }

    /// The milestones of a plan, or of all of them.
    static func milestones(of word: String?, _ session: Session) throws -> [Milestone] {
      let catalog = try PlanCatalog(session)
      var plans = catalog.plans
      if let word {
        plans = [plans[try PlanSelector(plans, prefix: session.prefix).position(of: word)]]
      }
      return plans.flatMap(\.milestones)
    }
  }

  struct Complete: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "Complete a milestone: status, date and folder",
      discussion: """
        Nothing is committed. Running it again changes nothing.

        Examples:
          git execplan milestone complete EP-20260117-014/MS001
          git execplan milestone complete auth-refresh MS001
        """)

    @Argument(help: ArgumentHelp("The milestone, or its plan and its number.", valueName: "id"))
    var words: [String]

    @Option(help: "The day it was completed, as YYYY-MM-DD or YYYYMMDD; today by default.")
    var date: String?

    @Flag(help: "Write nothing; say what would change.")
    var dryRun = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if words.count > 2 { throw ValidationError("Give one milestone: EP-…/MS001.") }
      try FieldCheck.date(date)
    }

    func run(in session: Session) throws {
      let day = date.flatMap { CalendarDate(anyForm: $0) } ?? session.environment.today
      let report = try MilestoneCompletion(session).complete(words, on: day, isDryRun: dryRun)
      session.write(json ? report.json() : report.text(session.style))
      if !report.isDone, !dryRun, !json { session.note("next: commit this") }
    }
  }
}
