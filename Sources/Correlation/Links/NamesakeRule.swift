package import GitModel

/// Decides which of several documents with one ID a commit means that names the ID.
///
/// A commit means the document that its tree holds. Where the tree holds several, it means the one that
/// it brings or changes; a merge means what it merges. After that the line of work decides on which the
/// commit stands: further down it holds one document alone.
package struct NamesakeRule: Sendable {
  private let facts: RepositoryFacts
  private let landings: LandingMap
  private let held: [CommitIndex: [Int: ObjectID]]

  /// - Parameters:
  ///   - held: The documents that the tree of each commit holds, by their number, with their content.
  ///     Commits that are missing hold none.
  package init(_ correlator: Correlator, held: [CommitIndex: [Int: ObjectID]]) {
    facts = correlator.facts
    landings = correlator.landings
    self.held = held
  }

  /// Returns the number of the document that a commit means; `nil` where it may mean any of them.
  package func document(meantBy commit: CommitIndex) -> Int? {
    if facts.graph.isMerge(commit) { return document(meantByMerge: commit) }
    let documents = documents(of: commit)
    if documents.count == 1 { return documents.first }
    let before = facts.graph.firstParent(of: commit).map { held[$0] ?? [:] } ?? [:]
    if documents.isEmpty { return Self.only(Set(before.keys)) }
    if let added = Self.only(documents.filter { before[$0] == nil }) { return added }
    let changed = documents.filter { before[$0] != held[commit]?[$0] }
    return Self.only(changed) ?? document(onLineOf: commit)
  }

  private func document(meantByMerge merge: CommitIndex) -> Int? {
    let parents = Array(facts.graph.parents(of: merge))
    let names = Set(
      facts.branches.filter(\.isTarget).flatMap { [$0.branch.name, $0.branch.shorthand] })
    let takesTarget = facts.messages[merge]?.mergedBranches.contains(where: names.contains) ?? false
    // Who takes the target into a branch speaks of the branch; who merges a branch speaks of that.
    let sides = takesTarget ? parents[..<1] : parents[1...]
    if let only = Self.only(Set(sides.flatMap { documents(of: $0) })) { return only }
    return sides.count == 1 ? sides.first.flatMap { document(onLineOf: $0) } : nil
  }

  /// Follows first parents down to where one document alone is held. On the target everybody's work comes
  /// together, so that it tells nothing.
  private func document(onLineOf commit: CommitIndex) -> Int? {
    var current: CommitIndex? = commit
    while let commit = current, landings.point(of: commit) != commit {
      let documents = documents(of: commit)
      if documents.count < 2 { return documents.first }
      current = facts.graph.firstParent(of: commit)
    }
    return nil
  }

  private func documents(of commit: CommitIndex) -> Set<Int> {
    Set((held[commit] ?? [:]).keys)
  }

  private static func only(_ documents: Set<Int>) -> Int? {
    documents.count == 1 ? documents.first : nil
  }
}
