package import GitModel

/// What the core wants to know about trees and patches before it can say what has landed.
package struct LandingQuestions: Sendable {
  /// Commits that may be on the target as others, and where to look for these.
  package struct Search: Sendable {
    package let series: BranchSeries
    /// The commits of the target that may be copies; `nil` for all that the series does not hold itself.
    package let candidates: Set<CommitIndex>?
  }

  /// The target; `nil` where nothing can have landed.
  package var target: CommitIndex?
  /// Merges of the target with the tree of one parent, though another one brought linked commits: did they
  /// take nothing of it, or was everything there already?
  package var idleMerges: [KeptSide] = []
  package var searches: [Search] = []
  /// The tips of branches with too many commits to be searched for.
  package var unsearched: [CommitIndex] = []
  /// Linked commits on the target's own line that were reverted: were they made again afterwards?
  package var reverted: [CommitIndex] = []
  /// What reverts take back: a copy among it may be gone again.
  package var reverts: RevertMap
  /// Commits beyond the target with the same author, time and title as an older one.
  package var twins: [LandingFacts.Twins] = []

  /// Finds what further targets may have picked; `nil` without such targets.
  package var picks: PickSearch?
  /// The commits that only further targets have; `nil` without such targets.
  package var furtherCommits: CommitSet?
  /// Where to look for copies among these.
  package var furtherSearches: [Search] = []

  package init(reverts: RevertMap) { self.reverts = reverts }

  package var isEmpty: Bool {
    idleMerges.isEmpty && searches.isEmpty && reverted.isEmpty && twins.isEmpty
      && picks == nil
  }
}
