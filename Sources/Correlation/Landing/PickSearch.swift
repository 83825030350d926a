package import GitModel

/// Finds the commits of further targets that may be copies of a plan's commits.
package struct PickSearch: Sendable {
  /// A commit of a further target that may be the copy of another one.
  package struct Pick: Hashable, Sendable {
    package let original: CommitIndex
    package let copy: CommitIndex
    /// Whether the copy's message names the original: then it is one.
    package let isNamed: Bool
  }

  let facts: RepositoryFacts
  let further: FurtherTargets
  /// The commits of plans, as far as they are known before copies are.
  let linked: Set<CommitIndex>

  /// Returns the commits that seem to be copies of commits which their targets lack: as their messages say, or with
  /// the same author and time or the same title.
  ///
  /// - Parameter copies: The commits that turned out to hold work of plans.
  /// - Complexity: O(*n*) for *n* commits, beside the pairs that are found.
  package func picks(besides copies: Set<CommitIndex>) -> [Pick] {
    let originals = linked.union(copies).filter { !facts.graph.isMerge($0) }
    var found = named(originals)
    if facts.identities.isEmpty { return found }
    let named = Set(found.map { [$0.original, $0.copy] })
    var byAuthor: [UInt64: [CommitIndex]] = [:]
    var bySubject: [UInt64: [CommitIndex]] = [:]
    for commit in originals {
      let identity = facts.identities[commit.position]
      byAuthor[identity.author, default: []].append(commit)
      bySubject[identity.subject, default: []].append(commit)
    }
    for copy in (0..<facts.graph.count).map({ CommitIndex($0) })
    where further.contains(copy) && !facts.graph.isMerge(copy) {
      let identity = facts.identities[copy.position]
      let alike = Set((byAuthor[identity.author] ?? []) + (bySubject[identity.subject] ?? []))
      for original in alike.sorted()
      where further.isBeside(copy, original) && !named.contains([original, copy]) {
        found.append(Pick(original: original, copy: copy, isNamed: false))
      }
    }
    return found
  }

  /// The commits whose messages say of which one they were picked.
  private func named(_ originals: Set<CommitIndex>) -> [Pick] {
    let picked = facts.messages.filter {
      further.contains($0.key) && !$0.value.mentions.picked.isEmpty
    }
    let names = CommitNames(graph: facts.graph, names: picked.values.flatMap(\.mentions.picked))
    var found: [Pick] = []
    for (copy, message) in picked.sorted(by: { $0.key < $1.key }) {
      for original in message.mentions.picked.compactMap({ names[$0] })
      where further.isBeside(copy, original) && originals.contains(original) {
        found.append(Pick(original: original, copy: copy, isNamed: true))
      }
    }
    return found
  }
}
