import ArgumentParser
import Plans

/// The commands that the plan format's document names, understood under the name `agentrules`.
struct AgentrulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agentrules",
    abstract: "The commands that PLANS.md names, carried out by git-execplan",
    version: Program.version,
    subcommands: [ExecplanGroup.self, RegistryGroup.self])

  struct ExecplanGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "execplan", abstract: "Create, list and complete plans and milestones",
      subcommands: [New.self, Complete.self, ListCommand.self, MilestoneGroup.self])
  }

  struct New: Subcommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Create a plan; prints its ID and path")
    @OptionGroup var fields: PlanFields
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      let created = try PlanCreation(session, standardOwner: "@codex").create(fields)
      session.write("\(created.id)  \(created.path)\n")
    }
  }

  struct Complete: Subcommand {
    static let configuration = CommandConfiguration(
      commandName: "complete", abstract: "Close a plan as done: status, date, folder and registry")
    @OptionGroup var options: ClosingOptions
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      let outcome = try options.run(as: .done, in: session)
      // The plan is closed, and the registry not: agentrules has a code for it.
      if outcome.hasBrokenRegistry { throw FindingsExit() }
    }
  }

  struct RegistryGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "execplan-registry", abstract: "Write or check registry.json",
      subcommands: [Build.self, Update.self, Check.self])
  }

  struct Build: Subcommand {
    static let configuration = CommandConfiguration(abstract: "Write registry.json anew")
    @OptionGroup var options: RegistryOptions
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      try RegistryWork(session, options, errorExit: .failure).write()
    }
  }

  struct Update: Subcommand {
    static let configuration = CommandConfiguration(abstract: "Bring registry.json up to date")
    @OptionGroup var options: RegistryOptions
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      try RegistryWork(session, options, errorExit: .failure).write()
    }
  }

  struct Check: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "Check plan documents and registry.json")
    @OptionGroup var options: RegistryOptions
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      try RegistryWork(session, options, errorExit: .failure).check(json: false)
    }
  }
}
