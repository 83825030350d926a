package import GitModel
package import Plans

/// A branch with its upstream, which count as one.
package struct BranchFacts: Hashable, Sendable {
  package let branch: Branch
  package let head: CommitIndex
  /// The tip of the remote-tracking branch that is the same branch elsewhere; `nil` where `head` holds all
  /// of it.
  package let upstreamHead: CommitIndex?
  /// What `branch.<name>.execplan` says.
  package let configured: [PlanReference]
  /// The commit that the branch was started from, by `branch.<name>.execplanBase`.
  package let base: CommitIndex?
  /// Whether this is the target, or its upstream or local counterpart.
  package let isTarget: Bool
  /// The same of a target that is reported beside the one that decides.
  package let isFurtherTarget: Bool

  package init(
    branch: Branch, head: CommitIndex, upstreamHead: CommitIndex? = nil,
    configured: [PlanReference] = [], base: CommitIndex? = nil, isTarget: Bool = false,
    isFurtherTarget: Bool = false
  ) {
    self.branch = branch
    self.head = head
    self.upstreamHead = upstreamHead
    self.configured = configured
    self.base = base
    self.isTarget = isTarget
    self.isFurtherTarget = isFurtherTarget
  }

  /// The tips of both sides.
  package var tips: [CommitIndex] { [head] + (upstreamHead.map { [$0] } ?? []) }

  /// Whether the branch was started and is where it was started.
  package var isRecordedEmpty: Bool { base == head && upstreamHead == nil }
}
