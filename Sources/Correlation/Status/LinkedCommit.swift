package import GitModel
package import Plans

/// A commit of a plan and where it stands.
package struct LinkedCommit: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// The target has it.
    case landed(LandingMap.Way)
    /// A branch, or the detached HEAD, has it; the target does not.
    case open
    /// No branch has it; only a tag or a note still leads to it.
    case unreachable

    package var isLanded: Bool { if case .landed = self { true } else { false } }
  }

  package let commit: CommitIndex
  package let kind: ChangeKind
  package let evidence: EvidenceSet
  package let milestones: [MilestoneID]
  package let state: State
}
