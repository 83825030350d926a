import ArgumentParser
import JSON
import Plans
import Reports
import SystemPackage

/// Makes a branch from a plan.
struct StartCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Make a branch from a plan and switch to it",
    discussion: """
      The branch is named ep/<id>-<slug>. Commits on it get the plan's trailer from the \
      prepare-commit-msg hook.

      Example:
        git execplan start EP-20260117-014 --milestone MS001
      """)

  @Argument(help: "The plan: its ID, its document's path, or its slug.")
  var id: String

  @Option(help: ArgumentHelp("The milestone that the commits are for.", valueName: "MS001"))
  var milestone: String?

  @Option(help: ArgumentHelp("Where the branch starts; HEAD by default.", valueName: "rev"))
  var from: String?

  @Option(
    help: ArgumentHelp("Make a linked work tree there instead of switching.", valueName: "path"))
  var worktree: String?

  @Flag(help: "Make the branch and stay where you are.")
  var noSwitch = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if noSwitch, worktree != nil {
      throw ValidationError("--no-switch and --worktree exclude each other.")
    }
  }

  func run(in session: Session) throws {
    let starting = PlanStart(session)
    let plan = try starting.plan(named: id)
    let started = try starting.start(
      plan,
      PlanStart.Wish(milestone: milestone, from: from, worktree: worktree, staysHere: noSwitch))
    if json {
      session.write(
        JSONReport.render([
          JSONMember("id", .string(plan.key.description)),
          JSONMember("branch", .string(started.branch)),
          JSONMember("worktree", JSONValue(started.worktree?.string)),
        ]))
    } else {
      session.write(TerminalText.escaped(started.branch) + "\n")
      if let path = started.worktree { session.note("in \(TerminalText.escaped(path.string))") }
      if !started.isNew { session.note("the branch was there already") }
    }
  }
}
