import GitFiles
import GitModel
import GitStore
import MessageRules
import Plans
import Reports

/// Foretells what the hooks do with a commit that is made now, with what is staged.
struct NextCommit {
  private static let subject = "A subject"

  private let run: HookRun
  /// Whether git calls commit-msg and prepare-commit-msg.
  private let isJudged: Bool
  private let isPrepared: Bool

  /// - Parameter hooks: The names of the hooks that run.
  init(_ session: Session, hooks: Set<String>) {
    run = HookRun(session)
    isJudged = hooks.contains("commit-msg")
    isPrepared = hooks.contains("prepare-commit-msg")
  }

  func made() throws -> DoctorReport.NextCommit {
    let off =
      run.environment.variables["EXECPLAN_HOOK"] == "off"
      ? "EXECPLAN_HOOK is off"
      : try !run.configuration.runsHooks ? "execplan.hook is false" : nil
    // A merge or a revert that waits has its message already.
    var message = run.state.mergeMessage ?? Array("\(Self.subject)\n".utf8)
    message = MessageSettings(run.configuration, run.environment.variables, message: message)
      .cleanup.cleaned(message)
    var trailers: [Trailer] = []
    if try off == nil && isPrepared && run.configuration.insertsTrailers,
      TrailerSuggestion.isOpen(message)
    {
      trailers = TrailerSuggestion.trailers(
        for: try SuggestedPlans(run: run).references(of: message))
      message = TrailerInsertion(trailers).applied(to: message)
    }
    let (isAccepted, reason) =
      if let off { (true, off) } else if !isJudged {
        (true, "commit-msg is not called")
      } else { try verdict(on: message) }
    return DoctorReport.NextCommit(
      branch: run.state.branch, trailers: trailers.map(\.description), isAccepted: isAccepted,
      reason: reason)
  }

  private func verdict(on message: [UInt8]) throws -> (Bool, String) {
    let call = CallingGit()
    call.commandLine = CommitCommandLine(words: ["git", "commit"])
    let judge = HookJudge(run: run, readings: [message], options: .history, call: call)
    let result = try judge.judged()
    switch result.judgement.verdict {
    case .accepted(let links):
      let names = links.compactMap(\.value).joined(separator: ", ")
      return (true, result.upkeep.isEmpty ? "it names \(names)" : "it changes \(names) alone")
    case .exempt(let exemption): return (true, "exempt, as \(exemption.rawValue)")
    case .declaredNone: return (true, "it says that it has no plan")
    case .refused(let findings):
      return (false, findings.map(\.message).joined(separator: "; "))
    }
  }
}
