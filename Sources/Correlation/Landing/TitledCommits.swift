import GitModel

/// The commits that have certain titles, with or without the number of a pull request behind.
struct TitledCommits {
  private let graph: CommitGraph
  private var commits: [UInt64: [CommitIndex]] = [:]

  /// - Parameter titles: Those that will be asked for, as `CommitIdentity` has them.
  /// - Complexity: O(*n*) for *n* commits where a title is asked for, else O(1).
  init(_ facts: RepositoryFacts, titles: Set<UInt64>) {
    graph = facts.graph
    if titles.isEmpty { return }
    for (position, identity) in facts.identities.enumerated() {
      let commit = CommitIndex(position)
      var title = identity.subject
      if !titles.contains(title), let message = facts.messages[commit],
        let request = message.pullRequests.first(where: { $0.place == .title })
      {
        title =
          Self.titles(identity.subject, without: request.number)
          .first(where: titles.contains) ?? title
      }
      if titles.contains(title) { commits[title, default: []].append(commit) }
    }
  }

  /// Returns the newest commit with a title among those that a commit is built on.
  func newest(_ title: UInt64, before commit: CommitIndex) -> CommitIndex? {
    commits[title]?.last { $0 < commit && graph.isAncestor($0, of: commit) }
  }

  /// What a title may be without the number that a forge wrote behind it.
  private static func titles(_ subject: UInt64, without number: Int) -> [UInt64] {
    [" (#\(number))", " (!\(number))"].map { suffix in
      var hash = FNVHash(continuing: subject)
      hash.remove(suffix.utf8)
      return hash.value
    }
  }
}
