import ArgumentParser
import GitModel
import Plans
import Reports

extension AgentrulesCommand {
  struct MilestoneGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "milestone", abstract: "Create, list and complete milestones of a plan",
      subcommands: [NewMilestone.self, List.self, CompleteMilestone.self, Remaining.self])
  }

  struct NewMilestone: Subcommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Create a milestone; prints its ID and path")
    @OptionGroup var fields: MilestoneFields
    @OptionGroup var number: OptionalMilestoneNumber
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      let created = try MilestoneCreation(session).create(fields, sequence: number.ms)
      session.write("\(created.id)  \(TerminalText.escaped(created.path.description))\n")
    }
  }

  struct OptionalMilestoneNumber: ParsableArguments {
    @Option(help: "Its number; the next one by default.")
    var ms: Int?

    func validate() throws { try MilestoneNumber.check(ms) }
  }

  struct MilestoneNumber: ParsableArguments {
    @Option(help: "Its number.")
    var ms: Int

    func validate() throws { try Self.check(ms) }

    static func check(_ number: Int?) throws {
      guard let number, !(1...999).contains(number) else { return }
      throw ValidationError("A milestone's number is between 1 and 999.")
    }
  }

  struct List: Subcommand {
    static let configuration = CommandConfiguration(abstract: "List the milestones of a plan")

    @Argument(help: "The plan's ID.")
    var plan: String

    @Flag(help: "List only milestones that are not completed.")
    var activeOnly = false

    @Flag(help: "List completed milestones too, as is the default.")
    var completed = false

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      let milestones = try MilestoneCommand.List.milestones(of: plan, session)
      for milestone in milestones where !activeOnly || !milestone.isCompleted {
        let state = milestone.isCompleted ? "completed" : "active"
        session.write(
          "\(state) \(milestone.id) -> \(TerminalText.escaped(milestone.path.description))\n")
      }
      if milestones.isEmpty { session.note("no milestones") }
    }
  }

  struct CompleteMilestone: Subcommand {
    static let configuration = CommandConfiguration(
      commandName: "complete", abstract: "Complete a milestone: status, date and folder")

    @Argument(help: "The plan's ID.")
    var plan: String

    @OptionGroup var number: MilestoneNumber
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      let report = try MilestoneCompletion(session).complete(
        [plan, String(number.ms)], on: session.environment.today, isDryRun: false)
      session.write(report.text(session.style))
    }
  }

  struct Remaining: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "List the milestones of a plan that are not completed")

    @Argument(help: "The plan's ID.")
    var plan: String

    @Flag(inversion: .prefixedNo, help: "Print the paths too.")
    var path = false

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      let milestones = try MilestoneCommand.List.milestones(of: plan, session)
        .filter { !$0.isCompleted }
      for milestone in milestones {
        let place = path ? " -> \(TerminalText.escaped(milestone.path.description))" : ""
        session.write("\(milestone.id)\(place)\n")
      }
      if milestones.isEmpty { session.note("no milestones remaining") }
    }
  }
}
