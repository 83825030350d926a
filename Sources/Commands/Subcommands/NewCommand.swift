import ArgumentParser
import GitModel
import JSON
import Plans
import Reports

/// Creates a plan.
struct NewCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Create a plan; prints its ID and path",
    discussion: "Example:\n  git execplan new \"Auth refresh\" --kind feature --tag auth")

  @OptionGroup var fields: PlanFields

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let created = try PlanCreation(session).create(fields)
    if json {
      session.write(
        JSONReport.render([
          JSONMember("id", .string(created.id.description)),
          JSONMember("path", .string(created.path.description)),
        ]))
    } else {
      session.write("\(created.id)  \(created.path)\n")
      session.note("next: fill it in and commit it, then 'git execplan start \(created.id)'")
    }
  }
}
