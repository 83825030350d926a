package import GitModel
package import MessageRules

/// A message and what the rules say about it.
package struct JudgedMessage: Hashable, Sendable {
  /// The commit, `nil` for a message that is no commit's yet.
  package let commit: ObjectID?
  package let subject: String
  package var verdict: Verdict

  package init(commit: ObjectID?, subject: String, verdict: Verdict) {
    self.commit = commit
    self.subject = subject
    self.verdict = verdict
  }

  /// What is wrong; empty where nothing is.
  package var findings: [MessageFinding] {
    if case .refused(let findings) = verdict { findings } else { [] }
  }

  /// Whether the message names a plan.
  package var namesPlan: Bool {
    if case .accepted(let links) = verdict { !links.isEmpty } else { false }
  }
}
