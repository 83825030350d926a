import GitModel

/// What is asked about merged branches.
extension LandingInquiry {
  /// The merges of the target whose commits may be there under other names too, with the commits that may be
  /// those, oldest first: what was taken back may have come again in any commit; else a plan's own commits
  /// tell that something was picked or squashed before it was merged.
  func merges() -> [(merge: CommitIndex, candidates: Set<CommitIndex>?)] {
    var work: [Int: [CommitIndex]] = [:]
    var reverted: Set<CommitIndex> = []
    for commit in links.commits where !facts.graph.isMerge(commit) {
      guard let point = landings.point(of: commit) else { continue }
      for link in links.links(of: commit) { work[link.plan, default: []].append(commit) }
      if point != commit, isReverted(commit) { reverted.insert(point) }
    }
    var candidates = telling()
    let bringing = Set(work.values.joined().compactMap(landings.point))
    for (merge, others) in takenBack() where bringing.contains(merge) {
      candidates[merge, default: []].formUnion(others)
    }
    candidates = candidates.filter { !reverted.contains($0.key) }
    for commits in work.values {
      let commits = commits.sorted()
      for (merge, own) in Dictionary(grouping: commits, by: { landings.point(of: $0) ?? $0 })
      where facts.graph.isMerge(merge) && !reverted.contains(merge) {
        let others = beside(own, of: merge, among: commits)
        if !others.isEmpty { candidates[merge, default: []].formUnion(others) }
      }
    }
    var found: [(merge: CommitIndex, candidates: Set<CommitIndex>?)] = reverted.map { ($0, nil) }
    for (merge, candidates) in candidates { found.append((merge, candidates)) }
    return found.sorted { $0.merge < $1.merge }
  }

  /// The commits of the target whose messages say that they were picked from linked commits, or hold them, by the
  /// merges that brought these later.
  private func telling() -> [CommitIndex: Set<CommitIndex>] {
    let graph = facts.graph
    let messages = facts.messages.filter { commit, message in
      (!message.squashed.isEmpty || !message.mentions.picked.isEmpty)
        && landings.contains(commit) && !graph.isMerge(commit)
    }
    let names = CommitNames(graph: graph, names: messages.values.flatMap(\.mentions.picked))
    var found: [CommitIndex: Set<CommitIndex>] = [:]
    for (commit, message) in messages {
      let originals =
        message.squashed.compactMap { graph.index(of: $0) }
        + message.mentions.picked.compactMap { names[$0] }
      for original in originals where !links.links(of: original).isEmpty {
        guard let own = landings.point(of: commit), let merge = landings.point(of: original),
          own < merge, graph.isMerge(merge)
        else { continue }
        found[merge, default: []].insert(commit)
      }
    }
    return found
  }

  /// The commits of the target's own line that were reverted, by the merges of branches into which they were merged
  /// before: where they hold what the branch brings, the merge takes nothing of it.
  private func takenBack() -> [CommitIndex: [CommitIndex]] {
    let graph = facts.graph
    let reverted = reverts.allNamed.filter { commit in
      landings.point(of: commit) == commit && !graph.isMerge(commit) && isReverted(commit)
    }.sorted()
    if reverted.isEmpty { return [:] }
    // The commits of the line that a branch holds, from its oldest one to its newest.
    var held: [CommitIndex: ClosedRange<CommitIndex>] = [:]
    for commit in (0..<graph.count).map({ CommitIndex($0) }) {
      guard let merge = landings.point(of: commit), merge != commit else { continue }
      for point in graph.parents(of: commit).compactMap(landings.point) where point != merge {
        let known = held[merge] ?? point...point
        held[merge] = min(known.lowerBound, point)...max(known.upperBound, point)
      }
    }
    return held.compactMapValues { held in
      let found = reverted.filter { $0 > held.lowerBound && $0 <= held.upperBound }
      return found.isEmpty ? nil : found
    }
  }

  /// A plan's commits that came to the target before `merge`, beside those that it brought.
  ///
  /// - Parameters:
  ///   - own: What the merge brought of the plan.
  ///   - commits: All of the plan's commits on the target, oldest first.
  private func beside(
    _ own: [CommitIndex], of merge: CommitIndex, among commits: [CommitIndex]
  ) -> [CommitIndex] {
    guard let oldest = own.min(), let base = own.compactMap(facts.graph.firstParent).min() else {
      return []
    }
    var found: [CommitIndex] = []
    var low = 0
    var high = commits.count
    while low < high {
      let middle = (low + high) / 2
      if commits[middle] > base { high = middle } else { low = middle + 1 }
    }
    while low < commits.count, commits[low] < merge {
      let other = commits[low]
      low += 1
      guard !landings.landedTogether(other, merge) else { continue }
      // What the branch began on is no copy of it; what was merged into it later may be one.
      if !facts.graph.isAncestor(other, of: oldest) { found.append(other) }
    }
    return found
  }
}
