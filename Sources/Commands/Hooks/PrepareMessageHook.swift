import GitModel
import MessageRules
import SystemPackage
import WorkTree

/// prepare-commit-msg: gives the message the trailers of the branch's plan.
struct PrepareMessageHook {
  let session: Session

  func run(_ message: [UInt8], file: FilePath) throws {
    guard let branch = try BranchPlan(session) else { return }
    let prefix = MessageSettings(session, message: message).cleanup.commentPrefix
    let suggestion = TrailerSuggestion(
      plans: branch.plans, milestone: branch.milestone, commentPrefix: prefix)
    let trailers = suggestion.trailers(for: message)
    if trailers.isEmpty { return }
    let insertion = TrailerInsertion(
      trailers, options: .messageFile(commentPrefix: prefix))
    try FileReplacement.write(insertion.applied(to: message), to: file)
  }
}
