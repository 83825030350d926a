import GitModel
import GitStore
import MessageRules
import Plans
import Reports

/// Judges a message that is no commit's yet: what a form or a pipe holds.
struct MessageCheck {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Returns what the rules say about a message, as `commit-msg` would.
  func judged(message: [UInt8]) throws -> JudgedMessage {
    let cleaned = MessageSettings(
      session.repository.configuration, session.environment.variables, message: message
    ).cleanup.cleaned(message)
    return try judged(cleaned, subject: MessageSubject.subject(of: cleaned))
  }

  /// Returns what the rules say about the title of a pull request. IDs anywhere in it count, since forges
  /// make the title of a squash commit of it.
  func judged(title: String) throws -> JudgedMessage {
    let line = String(title.map { $0.isNewline ? " " : $0 })
    let ids = PlanID.all(in: line).map { "ExecPlan: \($0)\n" }.joined()
    var judged = try judged(Array("\(line)\n\n\(ids)".utf8), subject: line)
    if case .refused(let findings) = judged.verdict, findings.map(\.rule) == [.missingID] {
      judged.judgement.verdict = .refused([
        MessageFinding(rule: .missingID, message: "the title names no plan")
      ])
    }
    return judged
  }

  private func judged(_ message: [UInt8], subject: String) throws -> JudgedMessage {
    let plans = try HookPlans(HookRun(session)).named(in: [message], everywhere: true)
    let judge = MessageJudge(
      context: MessageContext(plans: plans, policy: try session.publishedPolicy()))
    return JudgedMessage(commit: nil, subject: subject, judgement: judge.judgement(on: message))
  }
}
