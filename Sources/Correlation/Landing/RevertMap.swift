package import GitModel

/// Which commits take others back.
///
/// A revert is a commit whose message says `This reverts commit <id>`, or names the pull request that it takes
/// back, as forges do, or quotes a title as git does. Of a merge it takes back what the merge brought in; of a
/// revert it restores what that took back. What comes of it in the end, `WorkStory` tells.
package struct RevertMap: Sendable {
  /// That a commit is reverted.
  struct Naming: Hashable, Sendable {
    let revert: CommitIndex
    /// The merge that the revert names, where it does not name the commit itself.
    let side: KeptSide?
  }

  private var namings: [CommitIndex: [Naming]] = [:]
  /// What each revert names: the commit, or all that a merge brought in.
  private var named: [CommitIndex: [CommitIndex]] = [:]
  /// The reverts that name a commit which is not there, as beyond the border of a shallow clone.
  package private(set) var ofUnknown: Set<CommitIndex> = []

  /// Finds what reverts take back.
  ///
  /// - Complexity: O(*r*) for *r* reverts, beside what reverted merges brought in, and one look at every
  ///   commit where a revert abbreviates a name or names a pull request.
  init(_ facts: RepositoryFacts) {
    let graph = facts.graph
    let found = facts.messages.filter { $0.value.mentions.isRevert }
    if found.isEmpty { return }
    let resolver = CommitNames(
      graph: graph, names: found.values.flatMap { $0.mentions.reverted + $0.mentions.kept.values })
    let requests = RequestCommits(
      facts, requests: found.values.flatMap(\.mentions.revertedRequests))
    let titled = TitledCommits(
      facts, titles: Set(found.values.compactMap(\.mentions.revertedTitle)))
    for (revert, message) in found {
      let mentions = message.mentions
      for name in mentions.reverted {
        guard let commit = resolver[name] else {
          ofUnknown.insert(revert)
          continue
        }
        let kept = mentions.kept[name].flatMap { resolver[$0] }
        add(revert, of: commit, keeping: kept, in: graph)
      }
      for request in mentions.revertedRequests {
        let commits = requests.commits(of: request, before: revert)
        if commits.isEmpty { ofUnknown.insert(revert) }
        for commit in commits { add(revert, of: commit, in: graph) }
      }
      if named[revert] == nil, let title = mentions.revertedTitle,
        let commit = titled.newest(title, before: revert)
      {
        add(revert, of: commit, in: graph)
      }
    }
  }

  /// Adds a commit that a revert names, and what it brought in.
  ///
  /// - Parameter kept: Of a merge, the parent that stays; where it is none, the first one does.
  private mutating func add(
    _ revert: CommitIndex, of commit: CommitIndex, keeping kept: CommitIndex? = nil,
    in graph: CommitGraph
  ) {
    // Nothing takes back what came after it.
    guard commit < revert else { return }
    add(revert, of: commit)
    guard graph.isMerge(commit) else { return }
    let parents = graph.parents(of: commit)
    let side = KeptSide(merge: commit, kept: parents.first { $0 == kept } ?? parents[0])
    for other in side.work(in: graph) { add(revert, of: other, through: side) }
  }

  private mutating func add(
    _ revert: CommitIndex, of commit: CommitIndex, through side: KeptSide? = nil
  ) {
    named[revert, default: []].append(commit)
    namings[commit, default: []].append(Naming(revert: revert, side: side))
  }

  /// Whether there is no revert of a known commit.
  package var isEmpty: Bool { named.isEmpty }

  /// Returns the reverts that name a commit, or a merge that brought it in, in no particular order.
  func namings(of commit: CommitIndex) -> [Naming] { namings[commit] ?? [] }

  /// Every commit that a revert names, or a merge that brought it in, in no particular order.
  var allNamed: some Collection<CommitIndex> { namings.keys }

  /// Whether any revert names a commit, or a merge that brought it in.
  package func isNamed(_ commit: CommitIndex) -> Bool { namings[commit] != nil }

  /// Whether one of some reverts names a commit, or a merge that brought it in.
  package func isNamed(_ commit: CommitIndex, by isWanted: (CommitIndex) -> Bool) -> Bool {
    namings(of: commit).contains { isWanted($0.revert) }
  }

  /// Returns what a revert takes back or restores: the commit that it names, or all that a merge brought in; of a
  /// revert, what that one took back as well.
  package func work(concernedBy revert: CommitIndex) -> Set<CommitIndex> {
    var found: Set<CommitIndex> = []
    var stack = named[revert] ?? []
    while let next = stack.popLast() {
      if found.insert(next).inserted { stack += named[next] ?? [] }
    }
    return found
  }

  /// Says whether a commit takes back, or restores, any of the given commits.
  package func isRevert(_ commit: CommitIndex, ofAnyIn commits: Set<CommitIndex>) -> Bool {
    named[commit] != nil && !work(concernedBy: commit).isDisjoint(with: commits)
  }
}
