package import GitModel
package import Plans

/// That a commit may belong to a plan, by evidence that is too weak to count.
package struct LinkSuggestion: Hashable, Sendable {
  /// Why it may.
  package enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// The message names the plan in prose.
    case mention
    /// The commit changes the plan's own files.
    case path
  }

  package let commit: CommitIndex
  /// The plan's place among the facts' plans.
  package let plan: Int
  /// The strongest first.
  package let evidence: [Evidence]
  /// In words, without a period.
  package let reason: String
}

/// What a commit's message and its changes say of plans beside its links.
package struct WeakEvidence: Hashable, Sendable {
  /// The plans that the message names in prose.
  package var mentioned: [PlanReference]
  /// The plans whose own files the commit changes, moves left out.
  package var changed: [PlanReference]
  /// Whether it changes anything else.
  package var changesOthers: Bool

  package init(
    mentioned: [PlanReference] = [], changed: [PlanReference] = [], changesOthers: Bool = false
  ) {
    self.mentioned = mentioned
    self.changed = changed
    self.changesOthers = changesOthers
  }
}
