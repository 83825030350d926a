import GitModel

/// Finds out what has to be asked about trees and patches: as little as the answers need.
struct LandingInquiry {
  let facts: RepositoryFacts
  let links: LinkTable
  let landings: LandingMap
  let ownership: BranchOwnership
  let reverts: RevertMap

  /// - Complexity: O(*n*) for *n* commits, beside the commits that branches have and the target lacks.
  func questions() -> LandingQuestions {
    var questions = LandingQuestions()
    guard let target = facts.target?.commit, links.count > 0 else { return questions }
    questions.target = target
    questions.reverted = reverts.reverted.filter { commit in
      landings.contains(commit) && !facts.graph.isMerge(commit)
        && !links.links(of: commit).isEmpty
    }.sorted()
    var tips: Set<CommitIndex> = []
    func add(_ tip: CommitIndex, isMissing: (CommitIndex) -> Bool) {
      guard tips.insert(tip).inserted,
        let series = BranchSeries(tip: tip, graph: facts.graph, isMissing: isMissing)
      else { return }
      questions.series.append(series)
    }
    for tip in openTips() { add(tip) { !landings.contains($0) } }
    for merge in idleMerges() {
      questions.idleMerges.append(merge)
      let parents = facts.graph.parents(of: merge)
      for side in parents.dropFirst() {
        let own = Set(facts.graph.difference(from: [side], excluding: parents.prefix(1)).commits)
        add(side, isMissing: own.contains)
      }
    }
    return questions
  }

  /// The tips with work of plans that the target does not reach: of branches, of what is checked out, and of
  /// pull requests.
  private func openTips() -> [CommitIndex] {
    let owned = Set(ownership.branches.map(\.facts.branch.reference))
    var found: [CommitIndex] = []
    func add(_ tips: [CommitIndex], isOwned: Bool) {
      let open = tips.filter { !landings.contains($0) }
      guard !open.isEmpty else { return }
      let isLinked =
        isOwned
        || BranchOwnership.unlanded(from: open, graph: facts.graph, landings: landings)
          .contains { !links.links(of: $0).isEmpty }
      if isLinked { found += open }
    }
    for branch in facts.branches where !branch.isTarget {
      add(branch.tips, isOwned: owned.contains(branch.branch.reference))
    }
    if let head = facts.head { add([head], isOwned: false) }
    if !facts.pullRequestHeads.isEmpty {
      let carrying = carriers()
      for id in facts.pullRequestHeads.commits {
        if let head = facts.graph.index(of: id), carrying.contains(head) { found.append(head) }
      }
    }
    return found
  }

  /// The commits that hold linked work which the target does not reach. A repository may have more pull
  /// requests than there is time to look at each.
  private func carriers() -> CommitSet {
    let graph = facts.graph
    var carriers = graph.emptySet
    for commit in (0..<graph.count).map({ CommitIndex($0) }) where !landings.contains(commit) {
      let carries =
        !links.links(of: commit).isEmpty
        || graph.parents(of: commit).contains { carriers.contains($0) }
      if carries { carriers.insert(commit) }
    }
    return carriers
  }

  /// The merges of the target that leave the tree as it was although they bring in linked commits, oldest
  /// first.
  private func idleMerges() -> [CommitIndex] {
    let graph = facts.graph
    return (0..<graph.count).map { CommitIndex($0) }.filter { merge in
      guard graph.isMerge(merge), landings.contains(merge),
        let first = graph.firstParent(of: merge),
        graph.trees[merge.position] == graph.trees[first.position]
      else { return false }
      return graph.difference(
        from: graph.parents(of: merge).dropFirst(), excluding: [first]
      ).commits.contains { !links.links(of: $0).isEmpty }
    }
  }
}
