package import GitModel

/// A merge, and the parent whose content is kept where it is reverted, or where it threw away the rest.
package struct KeptSide: Hashable, Sendable {
  package let merge: CommitIndex
  package let kept: CommitIndex

  package init(merge: CommitIndex, kept: CommitIndex) {
    self.merge = merge
    self.kept = kept
  }

  /// The other parents.
  package func others(in graph: CommitGraph) -> [CommitIndex] {
    graph.parents(of: merge).filter { $0 != kept }
  }

  /// Returns what the other parents reach and the kept one does not, newest first.
  package func work(in graph: CommitGraph) -> [CommitIndex] {
    graph.difference(from: others(in: graph), excluding: [kept]).commits
  }
}
