package import GitModel
package import MessageRules

/// A message and what the rules say about it.
package struct JudgedMessage: Hashable, Sendable {
  /// The commit, `nil` for a message that is no commit's yet.
  package let commit: ObjectID?
  package let subject: String
  package var judgement: Judgement

  package init(commit: ObjectID?, subject: String, judgement: Judgement) {
    self.commit = commit
    self.subject = subject
    self.judgement = judgement
  }

  package var verdict: Verdict { judgement.verdict }

  /// What is wrong; empty where nothing is, or nothing that is more than a warning.
  package var errors: [MessageFinding] {
    if case .refused(let findings) = verdict { findings } else { [] }
  }

  package var warnings: [MessageFinding] { judgement.warnings }

  /// Whether the message names a plan.
  package var namesPlan: Bool {
    if case .accepted(let links) = verdict { !links.isEmpty } else { false }
  }
}
