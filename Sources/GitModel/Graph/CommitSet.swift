/// A set of commits of one graph, one bit each.
package struct CommitSet: Hashable, Sendable {
  private var words: [UInt64]
  /// The number of commits in the set.
  package private(set) var count = 0

  /// Creates an empty set for a graph of `capacity` commits.
  package init(capacity: Int) {
    words = Array(repeating: 0, count: (capacity + 63) / 64)
  }

  package func contains(_ commit: CommitIndex) -> Bool {
    words[commit.position >> 6] & (1 << UInt64(commit.position & 63)) != 0
  }

  /// Adds a commit; returns whether it was new.
  @discardableResult
  package mutating func insert(_ commit: CommitIndex) -> Bool {
    let bit: UInt64 = 1 << UInt64(commit.position & 63)
    if words[commit.position >> 6] & bit != 0 { return false }
    words[commit.position >> 6] |= bit
    count += 1
    return true
  }

  /// Adds every commit of `other`, a set of the same graph.
  ///
  /// - Complexity: O(*n* / 64) for a graph of *n* commits.
  package mutating func formUnion(_ other: CommitSet) {
    count = 0
    for index in words.indices {
      words[index] |= other.words[index]
      count += words[index].nonzeroBitCount
    }
  }
}
