import ArgumentParser
import GitModel
import JSON
import Plans
import Reports

/// Creates a plan.
struct NewCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Create a plan; prints its ID and path",
    discussion: """
      Examples:
        git execplan new "Auth refresh" --kind feature --tag auth
        git execplan new "Auth refresh" --start
      """)

  @OptionGroup var fields: PlanFields

  @Flag(help: "Make its branch too and switch to it, as 'start' does.")
  var start = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let starting = PlanStart(session)
    // Not after the plan is there.
    if start { try starting.checkCanStart() }
    let created = try PlanCreation(session).create(fields)
    var branch: String?
    if start {
      do {
        branch = try starting.start(starting.plan(named: created.id.description)).branch
      } catch {
        session.note(
          "the plan \(created.id) is there: \(TerminalText.escaped(created.path.description))")
        throw error
      }
    }
    if json {
      session.write(
        JSONReport.render(
          [
            JSONMember("id", .string(created.id.description)),
            JSONMember("path", .string(created.path.description)),
          ] + (branch.map { [JSONMember("branch", .string($0))] } ?? [])))
      return
    }
    session.write("\(created.id)  \(TerminalText.escaped(created.path.description))\n")
    if let branch {
      session.note("on the branch \(TerminalText.escaped(branch)); next: fill it in and commit it")
    } else {
      session.note("next: fill it in and commit it, then 'git execplan start \(created.id)'")
    }
  }
}
