package import GitModel
package import Plans

/// A commit of a plan and where it stands.
package struct LinkedCommit: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// The target has it.
    case landed(LandingWay)
    /// It was on the target, and this commit of the target took it back.
    case reverted(CommitIndex)
    /// It was taken back before it landed.
    case withdrawn
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
  /// Whether it says the same as another commit of the plan that the target has: then only that one is counted.
  package let isCopied: Bool
  /// Whether it takes other commits back: then it is no work of its own once it has landed.
  package let isRevert: Bool

  /// Whether the commit counts as work of the plan.
  package var counts: Bool {
    guard kind == .work, !isCopied else { return false }
    if isRevert, case .open = state { return true }
    return !isRevert
  }
}
