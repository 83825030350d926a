package import GitModel

/// What the core wants to know about trees and patches before it can say what has landed.
package struct LandingQuestions: Sendable {
  /// The target; `nil` where nothing can have landed.
  package var target: CommitIndex?
  /// Merges of the target that have their first parent's tree and brought in linked commits: did they take
  /// nothing, or was everything there already?
  package var idleMerges: [CommitIndex] = []
  /// Branches with work that the target does not reach.
  package var series: [BranchSeries] = []
  /// Linked commits of the target that were reverted: were they made again afterwards?
  package var reverted: [CommitIndex] = []

  package init() {}

  package var isEmpty: Bool { idleMerges.isEmpty && series.isEmpty && reverted.isEmpty }
}
