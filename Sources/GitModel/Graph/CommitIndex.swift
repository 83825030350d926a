/// The place of a commit in a `CommitGraph`.
///
/// Places are topological: every parent has a lower place than its children. Among commits that do
/// not depend on each other, the older one by committer time comes first.
package struct CommitIndex: Hashable, Comparable, Sendable {
  /// 0-based.
  package let position: Int

  package init(_ position: Int) { self.position = position }

  package static func < (left: CommitIndex, right: CommitIndex) -> Bool {
    left.position < right.position
  }
}
