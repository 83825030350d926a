package import GitModel

/// Which commits are taken back, and by which revert.
///
/// A revert is a commit whose message says `This reverts commit <id>`. Of a merge it takes back all that
/// the merge brought in; of a revert it restores what that took back.
package struct RevertMap: Sendable {
  /// The newest revert in force that names a commit, or the merge that brought it in.
  private var newest: [CommitIndex: CommitIndex] = [:]
  /// What each revert names, in force or not: the commit, or all that a merge brought in.
  private var named: [CommitIndex: [CommitIndex]] = [:]

  /// Finds what reverts take back.
  ///
  /// - Parameter counts: Whether a commit's revert counts: those of the target do, and of them, for a
  ///   release, those that it reaches.
  /// - Complexity: O(*r* log *r*) for *r* reverts, beside what reverted merges brought in, and one look at
  ///   every commit where a revert abbreviates a name.
  init(_ facts: RepositoryFacts, where counts: (CommitIndex) -> Bool) {
    var found: [(commit: CommitIndex, names: [CommitName])] = []
    for (commit, message) in facts.messages {
      let names = message.mentions.reverted
      if !names.isEmpty, counts(commit) { found.append((commit, names)) }
    }
    if found.isEmpty { return }
    let resolver = CommitNames(graph: facts.graph, names: found.flatMap(\.names))
    // Newest first: when a revert is looked at, it is known whether it was itself taken back.
    for (revert, names) in found.sorted(by: { $0.commit > $1.commit }) {
      let work = names.compactMap { resolver[$0] }.filter { $0 < revert }
        .flatMap { Self.work(of: $0, graph: facts.graph) }
      if work.isEmpty { continue }
      named[revert] = work
      if newest[revert] != nil { continue }
      for commit in work where newest[commit] == nil { newest[commit] = revert }
    }
  }

  /// Whether there is any revert of a known commit, in force or not.
  package var hasNames: Bool { !named.isEmpty }

  /// Returns the newest revert in force that takes a commit back.
  package func revert(of commit: CommitIndex) -> CommitIndex? { newest[commit] }

  /// Returns what a revert names, in force or not: the commit, or all that a merge brought in.
  package func work(revertedBy revert: CommitIndex) -> [CommitIndex] { named[revert] ?? [] }

  /// Says whether a commit takes back, or restores, any of the given commits.
  package func isRevert(_ commit: CommitIndex, ofAnyIn commits: Set<CommitIndex>) -> Bool {
    var stack = named[commit] ?? []
    var seen: Set<CommitIndex> = []
    while let next = stack.popLast() {
      if commits.contains(next) { return true }
      // A revert of a revert.
      if let further = named[next], seen.insert(next).inserted { stack += further }
    }
    return false
  }

  /// Every commit that is taken back, in no particular order.
  package var reverted: some Collection<CommitIndex> { newest.keys }

  /// What reverting a commit takes back: the commit, or all that a merge brought in.
  private static func work(of commit: CommitIndex, graph: CommitGraph) -> [CommitIndex] {
    let parents = graph.parents(of: commit)
    guard parents.count > 1 else { return [commit] }
    return [commit]
      + graph.difference(from: parents.dropFirst(), excluding: parents.prefix(1)).commits
  }
}
