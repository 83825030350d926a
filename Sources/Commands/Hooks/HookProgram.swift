import GitModel
import GitStore
import Reports
import SystemPackage
import WorkTree

/// Runs as a hook. It runs at every commit, so it reads nothing that the commit at hand does not need, and
/// the parser of the command line is not started.
struct HookProgram {
  let environment: CommandEnvironment
  static let messageLimit = 64 << 20
  private static let names = ["commit-msg", "prepare-commit-msg"]

  /// Runs the hook that the words name and returns the exit code; other than 0 refuses the commit.
  func run(_ words: [String]) -> Int32 {
    if let hook = words.first.flatMap(PushHook.init), hook.accepts(Array(words.dropFirst())) {
      return PushProgram(environment: environment, hook: hook).run(Array(words.dropFirst()))
    }
    guard let name = words.first, Self.names.contains(name), words.count >= 2 else {
      environment.errors.write("error: 'git-execplan hook' is what hook scripts call\n")
      return 64
    }
    if environment.variables["EXECPLAN_HOOK"] == "off" { return 0 }
    do {
      let run = try HookRun(environment)
      if try run.configuration.boolean("execplan.hook") == false { return 0 }
      return try self.run(name, run, arguments: Array(words.dropFirst()))
    } catch {
      // What this program cannot read is no fault of the commit: it is held back only where a person
      // demanded that nothing gets by unchecked.
      environment.errors.write(CommandError.explaining(error).text)
      if name == "commit-msg", isRequired { return 1 }
      environment.errors.write(
        "warning: the commit goes on without \(TerminalText.escaped(name))\n")
      return 0
    }
  }

  /// What `execplan.required` says, where the repository can be opened at all; a value that is no boolean
  /// counts as a demand.
  private var isRequired: Bool {
    guard
      let repository = try? Repository(
        at: environment.directory, environment: environment.variables)
    else { return false }
    do {
      return try repository.configuration.boolean("execplan.required") ?? false
    } catch {
      return true
    }
  }

  /// - Parameter arguments: As git gives them: the message file first.
  private func run(_ name: String, _ run: HookRun, arguments: [String]) throws -> Int32 {
    let file = try MessageFile(arguments[0], run)
    if name == "commit-msg" { return try CommitMessageHook(run: run, file: file).judge() }
    try PrepareMessageHook(run: run, file: file, source: arguments.dropFirst().first).prepare()
    return 0
  }
}
