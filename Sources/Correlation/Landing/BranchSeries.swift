package import GitModel

/// Commits that the target lacks, as they follow each other on a branch. They may have landed as other
/// commits, one by one or squashed.
package struct BranchSeries: Hashable, Sendable {
  /// One step of the branch's first-parent chain.
  package struct Step: Hashable, Sendable {
    package let commit: CommitIndex
    /// What this step adds to the branch: the commit, and what it merged that no step before it has.
    package let added: [CommitIndex]
    /// The newest commit of the target that the branch holds up to here; `nil` where it shares nothing
    /// with the target.
    package let base: CommitIndex?
  }

  /// Oldest first; never empty.
  package let steps: [Step]

  /// Creates the series that ends at `tip`; `nil` where the tip itself is not missing.
  ///
  /// - Parameter isMissing: Whether the target lacks a commit. What is missing is missing with all its
  ///   descendants.
  /// - Complexity: O(*k*) for *k* commits that are missing.
  init?(tip: CommitIndex, graph: CommitGraph, isMissing: (CommitIndex) -> Bool) {
    guard isMissing(tip) else { return nil }
    var chain = [tip]
    while let last = chain.last, let parent = graph.firstParent(of: last), isMissing(parent) {
      chain.append(parent)
    }
    var seen: Set<CommitIndex> = []
    var base: CommitIndex?
    steps = chain.reversed().map { commit in
      var added: [CommitIndex] = []
      var stack = seen.insert(commit).inserted ? [commit] : []
      while let next = stack.popLast() {
        added.append(next)
        for parent in graph.parents(of: next) {
          if !isMissing(parent) {
            base = max(base ?? parent, parent)
          } else if seen.insert(parent).inserted {
            stack.append(parent)
          }
        }
      }
      return Step(commit: commit, added: added, base: base)
    }
  }

  /// The newest commit.
  package var tip: CommitIndex { steps[steps.count - 1].commit }

  /// The oldest commit of the target that anything in the series is based on; `nil` where it shares nothing
  /// with the target.
  package var base: CommitIndex? { steps.lazy.compactMap(\.base).min() }

  /// Every commit of the series, in no particular order.
  package var commits: [CommitIndex] { steps.flatMap(\.added) }
}
