import ArgumentParser

/// The root of all commands.
struct ExecplanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git-execplan",
    abstract: "Tells from git which plan every branch, commit and release belongs to",
    discussion: """
      Run it as 'git execplan <command>' in a repository. 'git execplan init' sets one up, \
      'git execplan new "<title>"' writes a plan, 'git execplan start <id>' makes its branch, \
      and 'git execplan status' says what became of it.
      """,
    version: Program.version,
    subcommands: [
      InitCommand.self, NewCommand.self, MilestoneCommand.self, ListCommand.self,
      ShowCommand.self, LogCommand.self, WhichCommand.self, LinkCommand.self,
      UnlinkCommand.self, StartCommand.self, StatusCommand.self, SyncCommand.self,
      CompleteCommand.self, ArchiveCommand.self, RenumberCommand.self, AdoptCommand.self,
      ReleaseCommand.self, CheckCommand.self, LintCommand.self, RegistryCommand.self,
      DoctorCommand.self,
      HooksCommand.self, HookCommand.self, MergeDriverCommand.self,
    ])

  /// The commands that have commands of their own, with these.
  static let groups: [String: Set<String>] = [
    "milestone": ["new", "list", "complete"],
    "registry": ["build", "update", "check"],
    "hooks": ["install", "uninstall", "status"],
  ]
}

/// Listed for the help only: `Program` runs hooks before the command line is parsed.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook", abstract: "Run a hook; what the hook scripts call")

  @Argument(help: "The hook's name and the arguments that git gave it.")
  var arguments: [String] = []
}

/// Listed for the help only: `Program` runs merge drivers before the command line is parsed.
struct MergeDriverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-driver", abstract: "Merge one file; what git calls", shouldDisplay: false)

  @Argument(help: "'registry' or 'plan', and the words that git gives: %O %A %B %P %L.")
  var arguments: [String] = []
}
