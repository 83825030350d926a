import GitModel
import GitStore
import MessageRules
import QuickHooks
import Reports
import SystemPackage
import WorkTree

/// Runs as a hook. It runs at every commit: what `QuickHook` can do is done by it, and the parser of the
/// command line is not started.
struct HookProgram {
  let environment: CommandEnvironment

  /// Runs the hook that the words name and returns the exit code; other than 0 refuses the commit.
  func run(_ words: [String]) -> Int32 {
    if let hook = words.first.flatMap(PushHook.init), hook.accepts(Array(words.dropFirst())) {
      return PushProgram(environment: environment, hook: hook).run(Array(words.dropFirst()))
    }
    guard let name = words.first, QuickHook.names.contains(name), words.count >= 2 else {
      environment.errors.write("error: 'git-execplan hook' is what hook scripts call\n")
      return 64
    }
    let quick = QuickHook(in: environment.directory, variables: environment.variables)
    if quick.isDone(words) { return 0 }
    do {
      let run = HookRun(try Session(environment))
      guard try run.configuration.runsHooks else { return 0 }
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
    let file = try MessageFile(
      arguments[0], in: environment.directory, run.configuration, environment.variables)
    if name == "commit-msg" { return try CommitMessageHook(run: run, file: file).judge() }
    let source = MessageFile.source(arguments, environment.variables)
    try PrepareMessageHook(run: run, file: file, source: source).prepare()
    return 0
  }
}
