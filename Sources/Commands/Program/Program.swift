import ArgumentParser
import QuickHooks

/// The program.
package enum Program {
  /// The version that `--version` prints.
  package static let version = QuickHook.version

  /// Runs a command and returns the process's exit code.
  ///
  /// Nothing here is asynchronous on purpose: in a static executable an asynchronous `main` costs more
  /// at its end than a whole hook (`docs/decisions/0001-one-static-binary.md`).
  ///
  /// - Parameter arguments: All words of the command line, the program's name first. Under the name
  ///   `agentrules` the commands of that program are understood.
  package static func run(
    _ arguments: [String], in environment: CommandEnvironment
  ) -> Int32 {
    var words = Array(arguments.dropFirst())
    let name = arguments.first?.split(separator: "/").last.map(String.init) ?? "git-execplan"
    // Hooks run at every commit: they are recognised before the parser of the command line starts.
    if words.first == "hook" {
      return HookProgram(environment: environment).run(Array(words.dropFirst()))
    }
    // Git calls a merge driver once for each file, as an own process.
    if words.first == "merge-driver" {
      return MergeDriverProgram(environment: environment).run(Array(words.dropFirst()))
    }
    let isAgentrules = name == "agentrules"
    if !isAgentrules { words = movingLeadingOptions(words) }
    let root: any ParsableCommand.Type =
      isAgentrules ? AgentrulesCommand.self : ExecplanCommand.self
    return CommandEnvironment.$current.withValue(environment) {
      run(root, words, in: environment)
    }
  }

  private static func run(
    _ root: any ParsableCommand.Type, _ words: [String], in environment: CommandEnvironment
  ) -> Int32 {
    var command: any ParsableCommand
    do {
      command = try root.parseAsRoot(words)
    } catch {
      return parserReport(error, root, in: environment)
    }
    do {
      try command.run()
      return ExitCode.success.rawValue
    } catch is FindingsExit {
      return ExitCode.findings.rawValue
    } catch {
      // The parser has commands of its own, for help: their errors are what they print.
      return command is any Subcommand
        ? report(error, in: environment) : parserReport(error, root, in: environment)
    }
  }

  /// Help, the version and wrong usage are the parser's own: what was asked for goes to the output.
  private static func parserReport(
    _ error: any Error, _ root: any ParsableCommand.Type, in environment: CommandEnvironment
  ) -> Int32 {
    var text = root.fullMessage(for: error)
    if text.hasPrefix("Error: ") { text = "error: " + text.dropFirst(7) }
    var code = root.exitCode(for: error).rawValue
    // agentrules has one code for all that it could not do, wrong usage too.
    if code != 0, root is AgentrulesCommand.Type { code = ExitCode.failure.rawValue }
    let stream = code == 0 ? environment.output : environment.errors
    if !text.isEmpty { stream.write(text + "\n") }
    return code
  }

  private static func report(_ error: any Error, in environment: CommandEnvironment) -> Int32 {
    let explained = CommandError.explaining(error)
    environment.errors.write(explained.text)
    return explained.exitCode.rawValue
  }

  /// Moves options that stand before the command's name behind it: `-C path status` is understood as
  /// git understands it.
  private static func movingLeadingOptions(_ words: [String]) -> [String] {
    var leading: [String] = []
    var rest = words[...]
    while let word = rest.first {
      let name = word.prefix { $0 != "=" }
      guard let takesValue = GlobalOptions.leading[String(name)] else { break }
      leading.append(rest.removeFirst())
      if takesValue, !word.contains("="), let value = rest.popFirst() { leading.append(value) }
    }
    guard let command = rest.popFirst(), !command.hasPrefix("-") else { return words }
    // Two-word commands take their options behind the second word.
    guard let next = rest.first, ExecplanCommand.groups[command]?.contains(next) == true else {
      return [command] + leading + rest
    }
    return [command, next] + leading + rest.dropFirst()
  }
}
