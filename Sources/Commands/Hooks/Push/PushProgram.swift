import GitModel
import GitStore
import MessageRules
import Plans
import Reports

/// Runs as one of the hooks around a push.
struct PushProgram {
  let environment: CommandEnvironment
  let hook: PushHook
  /// The longest standard input that is read: about half a million references.
  private static let inputLimit = 64 << 20

  /// Runs the hook and returns the exit code; other than 0 refuses the push.
  func run(_ words: [String]) -> Int32 {
    do {
      // Whatever comes of it, git is not left with a pipe that nobody reads.
      let input = hook == .update ? [] : try environment.input.read(limit: Self.inputLimit)
      if environment.variables["EXECPLAN_HOOK"] == "off" { return 0 }
      let session = try Session(environment)
      if try !session.repository.configuration.runsHooks { return 0 }
      return try run(words, input: input, session: session)
    } catch {
      return failed(error)
    }
  }

  private func run(_ words: [String], input: [UInt8], session: Session) throws -> Int32 {
    let settings = try PushSettings(session.repository, for: hook)
    if settings.response == .off { return 0 }
    if let option = PushOption.skip(environment.variables), hook.isOnServer {
      if settings.allowsSkipping {
        tell(PushReport.note("the commits are not checked, as \(option) asks for"))
        return 0
      }
      tell(PushReport.note("\(option) is not allowed here; the commits are checked"))
    }
    let check = PushCheck(session: session, settings: settings)
    let outcome: PushCheck.Outcome?
    switch hook {
    case .prePush:
      if let push = try PreCommitPush(environment.variables, session.repository) {
        outcome = try check.sent([push.update], to: push.remote)
      } else {
        outcome = try check.sent(updates(in: input, .sent), to: words.first ?? "")
      }
    case .preReceive:
      outcome = try check.received(updates(in: input, .received))
    case .update:
      let line = "\(words[1]) \(words[2]) \(words[0])"
      outcome = try check.received(updates(in: Array(line.utf8), .received))
    }
    guard let outcome, !outcome.found.isEmpty else { return 0 }
    let report = PushReport(
      graph: outcome.pushed.graph, checked: outcome.pushed.commits.count,
      found: outcome.found, candidates: outcome.candidates.map(\.description))
    let isRefusal = settings.response == .refuse && report.hasErrors
    tell(report.lines(isRefusal: isRefusal, hatches: isRefusal ? hatches(settings, outcome) : []))
    return isRefusal ? ExitCode.findings.rawValue : ExitCode.success.rawValue
  }

  /// The ways past this hook, besides what a message can say.
  private func hatches(
    _ settings: PushSettings, _ outcome: PushCheck.Outcome
  ) -> [PushReport.Hint] {
    if hook == .prePush {
      return [.init("to skip this check once", command: "git push --no-verify")]
    }
    var hints: [PushReport.Hint] = []
    if outcome.isBeginning, settings.beginning == nil {
      hints.append(
        .init(
          "to let in a history from before plans, on the server",
          command: "git config execplan.since <day or commit>"))
    }
    if settings.allowsSkipping {
      hints.append(.init("to skip this check once", command: "git push -o execplan.skip"))
    }
    return hints
  }

  private func updates(
    in input: [UInt8], _ form: ReferenceUpdate.Form
  ) throws -> [ReferenceUpdate] {
    do {
      return try ReferenceUpdate.updates(in: input, form)
    } catch {
      throw CommandError(
        hook == .update
          ? "the words of the hook are not '<reference> <old> <new>'"
          : "line \(error.line) of the standard input is not '\(error.form.rawValue)'",
        hint: "this is what git gives to its hook \(hook.rawValue); see 'git help hooks'")
    }
  }

  /// What cannot be checked gets by in a clone, where CI and the server look again; where a push arrives it
  /// does not, since nobody looks at it afterwards. `execplan.required` turns it the other way.
  private func failed(_ error: any Error) -> Int32 {
    let git = GitProgram(environment: environment.variables)
    // Asked of git itself, which reads the configuration of repositories that libgit2 refuses too.
    func setting(_ key: String, ifWrong: Bool) -> Bool? {
      let outcome = try? git.run(
        ["config", "--type=bool", "--get", key], in: environment.directory)
      switch outcome?.exitCode {
      case 0: return outcome?.output.hasPrefix("true")
      case 1: return nil
      default: return ifWrong
      }
    }
    if setting("execplan.hook", ifWrong: true) == false { return 0 }
    let isRequired = setting("execplan.required", ifWrong: true) ?? hook.isOnServer
    let explained = CommandError.explaining(error)
    tell(PushReport.lines(for: explained.message, hint: explained.hint, isError: isRequired))
    if isRequired {
      let hint = PushReport.Hint(
        "to let pushes pass until this is mended\(hook.isOnServer ? ", on the server" : "")",
        command: "git config execplan.required false")
      tell(hint.lines)
      // Scripts take other codes for a program that does not run.
      return ExitCode.findings.rawValue
    }
    tell(PushReport.note("the push goes on unchecked"))
    return ExitCode.success.rawValue
  }

  /// Writes lines to the person who pushes. GitLab shows those of a merge on its pages only with a mark.
  private func tell(_ lines: [String]) {
    let mark =
      hook.isOnServer && environment.variables["GL_PROTOCOL"] == "web" ? "GL-HOOK-ERR: " : ""
    environment.errors.write(lines.map { "\(mark)\($0)\n" }.joined())
  }
}
