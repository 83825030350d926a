import ArgumentParser

/// The registry of plans.
struct RegistryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registry", abstract: "Write or check registry.json",
    subcommands: [Build.self, Update.self, Check.self])

  struct Build: Subcommand {
    static let configuration = CommandConfiguration(abstract: "Write registry.json anew")
    @OptionGroup var options: RegistryOptions
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws { try RegistryWork(session, options).write() }
  }

  struct Update: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring registry.json up to date")
    @OptionGroup var options: RegistryOptions
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws { try RegistryWork(session, options).write() }
  }

  struct Check: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "Check plan documents and registry.json")
    @OptionGroup var options: RegistryOptions
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws { try RegistryWork(session, options).check(json: json) }
  }
}
