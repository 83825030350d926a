package import GitModel

/// For every commit of the target the commit of its first-parent chain that brought it there.
package struct LandingMap: Sendable {
  private let points: [Int32]
  private static let nowhere: Int32 = -1

  /// Creates the map of a target; without one, nothing has landed.
  ///
  /// - Parameter void: Merges that count as if they had their first parent alone.
  /// - Complexity: O(*n* + *e*) for *n* commits with *e* parents in all.
  package init(graph: CommitGraph, target: CommitIndex?, ignoring void: Set<CommitIndex> = []) {
    var points = [Int32](repeating: Self.nowhere, count: graph.count)
    if let target {
      // From the oldest on: what a commit of the chain reaches and no older one does, it brought.
      var stack: [CommitIndex] = []
      for point in graph.mainline(from: target).reversed() {
        stack.append(point)
        points[point.position] = Int32(point.position)
        while let commit = stack.popLast() {
          let parents = graph.parents(of: commit)
          let isVoid = !void.isEmpty && void.contains(commit)
          for parent in isVoid ? parents.prefix(1) : parents[...]
          where points[parent.position] == Self.nowhere {
            points[parent.position] = Int32(point.position)
            stack.append(parent)
          }
        }
      }
    }
    self.points = points
  }

  /// Whether the target reaches the commit.
  package func contains(_ commit: CommitIndex) -> Bool {
    points[commit.position] != Self.nowhere
  }

  /// Returns the commit of the first-parent chain that brought a commit to the target; `nil` for a
  /// commit that is not there.
  package func point(of commit: CommitIndex) -> CommitIndex? {
    contains(commit) ? CommitIndex(Int(points[commit.position])) : nil
  }

  /// Returns how a commit came to the target; `nil` for a commit that is not there.
  package func way(of commit: CommitIndex) -> LandingWay? {
    point(of: commit).map { $0 == commit ? .fastForward : .merge($0) }
  }

  /// Whether two commits came to the target through the same commit, or are both not on it.
  package func landedTogether(_ one: CommitIndex, _ other: CommitIndex) -> Bool {
    points[one.position] == points[other.position]
  }
}
