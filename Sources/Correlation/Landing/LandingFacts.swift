package import GitModel

/// What trees and patches say to `LandingQuestions`.
package struct LandingFacts: Sendable {
  /// The merges among those asked about that threw away what they merged, as `git merge -s ours` does.
  package var voidMerges: Set<CommitIndex> = []
  /// Where commits are on the target under other names, in no particular order.
  package var copies: [CommitIndex: Set<CommitCopy>] = [:]
  /// Commits that change nothing at all.
  package var emptyCommits: Set<CommitIndex> = []

  package init() {}

  /// Notes that the target holds a commit's work.
  package mutating func add(_ copy: CommitCopy, of commit: CommitIndex) {
    copies[commit, default: []].insert(copy)
  }

  /// The commits of the target that are copies, in no particular order.
  package var copyCommits: Set<CommitIndex> {
    Set(copies.values.joined().compactMap(\.way.copy))
  }
}
