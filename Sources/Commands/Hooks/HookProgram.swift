internal import GitModel
internal import GitStore
internal import MessageRules
internal import Plans
internal import Reports
internal import SystemPackage
internal import WorkTree

/// Runs as a hook. It runs at every commit, so it reads nothing that the commit at hand does not need, and
/// the parser of the command line is not started.
struct HookProgram {
  let environment: CommandEnvironment
  private static let messageLimit = 64 << 20

  /// Runs the hook that the words name and returns the exit code; other than 0 refuses the commit.
  func run(_ words: [String]) -> Int32 {
    guard let name = words.first, words.count >= 2 else {
      environment.errors.write("error: 'git-execplan hook' is what hook scripts call\n")
      return 64
    }
    if environment.variables["EXECPLAN_HOOK"] == "off" { return 0 }
    do {
      let session = try Session(environment)
      if try session.repository.configuration.boolean("execplan.hook") == false { return 0 }
      let file = environment.directory.pushing(FilePath(words[1]))
      guard let message = try FileContent.read(file, limit: Self.messageLimit) else {
        throw CommandError("there is no message file \(words[1])")
      }
      switch name {
      case "commit-msg":
        return try CommitMessageHook(session: session, file: words[1]).run(message)
      case "prepare-commit-msg":
        try PrepareMessageHook(session: session).run(message, file: file)
        return 0
      default:
        environment.errors.write("error: there is no hook '\(TerminalText.escaped(name))'\n")
        return 64
      }
    } catch {
      environment.errors.write(CommandError.explaining(error).text)
      return CommandError.explaining(error).exitCode.rawValue
    }
  }
}

/// How git will clean up the message of the commit at hand.
struct MessageSettings {
  let cleanup: MessageCleanup

  init(_ session: Session, message: [UInt8]) {
    let configuration = session.repository.configuration
    let configured =
      configuration.string("core.commentString") ?? configuration.string("core.commentChar")
    let prefix: [UInt8] =
      switch configured {
      case nil, "": CommentPrefix.standard
      case "auto": CommentPrefix.automatic(in: message)
      case let text?: Array(text.utf8)
      }
    // Git tells hooks that it opens no editor by setting GIT_EDITOR to ":".
    let isEdited = session.environment.variables["GIT_EDITOR"] != ":"
    let mode =
      CleanupMode(configured: configuration.string("commit.cleanup"), isEdited: isEdited)
      ?? (isEdited ? .strip : .whitespace)
    cleanup = MessageCleanup(mode: mode, commentPrefix: prefix)
  }
}
