import GitFiles
import GitModel
import MessageRules
import Plans
import QuickHooks
import Reports

/// commit-msg: refuses a message that breaks a rule, and puts trailers in order.
struct CommitMessageHook {
  let run: HookRun
  let file: MessageFile

  func judge() throws -> Int32 {
    let message = file.message
    // Git itself refuses an empty message; one with nothing but the trailers that prepare-commit-msg put
    // there is just as empty, but git cannot know.
    if message.isEmpty { return 0 }
    if !TemplateNote.hasOwnLines(message) {
      run.tell("error: the message is empty, and nothing is committed\n")
      return 1
    }
    if TemplateNote(gitDirectory: run.state.gitDirectory).isUntouched(message) {
      run.tell(
        "error: the template was not edited, and nothing is committed\n")
      return 1
    }
    // What is judged is what will be kept.
    let bytes = try run.configuration.insertsTrailers ? file.joined : file.bytes
    let call = CallingGit()
    let judge = HookJudge(
      run: run, readings: file.settings.readings(of: bytes),
      options: file.settings.readingOptions, call: call)
    let result = try judge.judged()
    for warning in result.judgement.warnings {
      let text = TerminalText.escaped(warning.message)
      run.tell("warning: \(text) [\(warning.rule.rawValue)]\n")
    }
    if case .refused(let findings) = result.judgement.verdict {
      try refuse(findings, result, call.commandLine)
      return 1
    }
    if try run.configuration.insertsTrailers {
      try file.replace(with: naming(result.upkeep, in: bytes))
    }
    return 0
  }

  /// Returns the file with the plan of a commit that changes nothing but its documents.
  private func naming(_ upkeep: [Plan], in bytes: [UInt8]) -> [UInt8] {
    let message = file.settings.cleanup.cleaned(bytes)
    guard upkeep.count == 1,
      TrailerSuggestion.isOpen(message, options: file.settings.readingOptions)
    else { return bytes }
    let trailers = TrailerSuggestion.trailers(for: upkeep.map(\.key.reference))
    return TrailerInsertion(trailers, options: file.settings.writingOptions).applied(to: bytes)
  }

  private func refuse(
    _ findings: [MessageFinding], _ result: HookJudge.Result, _ call: CommitCommandLine?
  ) throws {
    let saved = SavedMessage(run: run, file: file, call: call)
    saved.write()
    let candidates = try LikelyPlans(run).plans(changing: result.change?.paths ?? [])
    let refusal = Refusal(
      findings: findings, candidates: candidates,
      retry: RetryCommand(
        call: call, file: saved.shownPath(directory: run.environment.directory),
        variables: run.environment.variables, keepsBytes: saved.isVerbatim))
    run.tell(refusal.text)
  }
}
