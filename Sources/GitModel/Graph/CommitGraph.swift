/// The commits of a repository and their parents, whole and in memory.
///
/// It answers every question of ancestry without going back to the repository, which is what makes
/// one pass over history enough for any number of plans, branches and releases.
package struct CommitGraph: Sendable {
  package let ids: [ObjectID]
  /// The tree of each commit.
  package let trees: [ObjectID]
  /// The committer time of each commit, in seconds from epoch.
  package let times: [Int64]
  private let parentStart: [Int32]
  private let parentPositions: [Int32]
  private let positions: [ObjectID: Int32]

  init(
    ids: [ObjectID], trees: [ObjectID], times: [Int64], parentStart: [Int32],
    parentPositions: [Int32], positions: [ObjectID: Int32]
  ) {
    self.ids = ids
    self.trees = trees
    self.times = times
    self.parentStart = parentStart
    self.parentPositions = parentPositions
    self.positions = positions
  }

  /// The number of commits.
  package var count: Int { ids.count }

  /// Returns the place of a commit, `nil` where no reference reaches it.
  package func index(of id: ObjectID) -> CommitIndex? {
    positions[id].map { CommitIndex(Int($0)) }
  }

  package func id(of commit: CommitIndex) -> ObjectID { ids[commit.position] }

  /// The commit's parents in order. A parent that the repository does not hold (the border of a
  /// shallow clone) is left out.
  package func parents(of commit: CommitIndex) -> Parents {
    Parents(
      positions: parentPositions[
        Int(parentStart[commit.position])..<Int(parentStart[commit.position + 1])])
  }

  package func firstParent(of commit: CommitIndex) -> CommitIndex? { parents(of: commit).first }

  /// Whether the commit has more than one parent.
  package func isMerge(_ commit: CommitIndex) -> Bool { parents(of: commit).count > 1 }

  /// An empty set that fits this graph.
  package var emptySet: CommitSet { CommitSet(capacity: count) }

  /// The parents of one commit.
  package struct Parents: RandomAccessCollection, Sendable {
    let positions: ArraySlice<Int32>
    package var startIndex: Int { 0 }
    package var endIndex: Int { positions.count }
    package subscript(offset: Int) -> CommitIndex {
      CommitIndex(Int(positions[positions.startIndex + offset]))
    }
  }
}
