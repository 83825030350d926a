package import GitModel

/// What trees and patches say to `LandingQuestions`.
package struct LandingFacts: Sendable {
  /// Two commits that are the same work, neither of which is on the target.
  package struct Twins: Hashable, Sendable {
    package let older: CommitIndex
    package let newer: CommitIndex

    package init(older: CommitIndex, newer: CommitIndex) {
      self.older = older
      self.newer = newer
    }
  }

  /// The merges among those asked about that threw away all but one side, as `git merge -s ours` does.
  package var voidMerges: Set<KeptSide> = []
  /// Where commits are on a target under other names, in no particular order.
  package var copies: [CommitIndex: Set<CommitCopy>] = [:]
  package var twins: Set<Twins> = []
  /// Commits that change nothing at all.
  package var emptyCommits: Set<CommitIndex> = []

  package init() {}

  /// Notes where a target holds a commit's work. A commit that takes back a revert of it makes the same
  /// change, but it is no copy: it restores.
  package mutating func add(
    _ copies: Set<CommitCopy>, of commit: CommitIndex, reverts: RevertMap
  ) {
    let names = Set([commit] + copies.compactMap(\.way.copy))
    for copy in copies {
      if let other = copy.way.copy, reverts.isRevert(other, ofAnyIn: names.subtracting([other])) {
        continue
      }
      self.copies[commit, default: []].insert(copy)
    }
  }
}
