import GitModel

/// Finds out what has to be asked about trees and patches: as little as the answers need.
struct LandingInquiry {
  /// How many commits all branches together may lack, each counted as often as a branch has it. Thousands of
  /// branches that stand on each other would need more memory than there is.
  private static let stepLimit = 2_000_000

  let facts: RepositoryFacts
  let links: LinkTable
  let landings: LandingMap
  let further: FurtherTargets
  let ownership: BranchOwnership
  let reverts: RevertMap

  /// - Complexity: O(*n*) for *n* commits, beside the commits that branches have and the target lacks.
  func questions() -> LandingQuestions {
    var questions = LandingQuestions(reverts: reverts)
    guard let target = facts.target?.commit, links.count > 0 else { return questions }
    questions.target = target
    questions.reverted = links.commits.filter { commit in
      landings.point(of: commit) == commit && !facts.graph.isMerge(commit) && isReverted(commit)
    }.sorted()
    var tips: Set<CommitIndex> = []
    var steps = 0
    func search(
      _ tip: CommitIndex, among candidates: Set<CommitIndex>? = nil,
      isMissing: (CommitIndex) -> Bool
    ) {
      guard tips.insert(tip).inserted else { return }
      if steps > Self.stepLimit {
        questions.unsearched.append(tip)
        return
      }
      guard
        let series = BranchSeries(tip: tip, graph: facts.graph, isMissing: isMissing)
      else { return }
      steps += series.steps.count
      questions.searches.append(LandingQuestions.Search(series: series, candidates: candidates))
    }
    for tip in openTips() { search(tip) { !landings.contains($0) } }
    questions.twins = twins(in: questions.searches.map(\.series))
    if !further.isEmpty {
      questions.furtherCommits = furtherCommits()
      questions.picks = PickSearch(facts: facts, further: further, linked: Set(links.commits))
      questions.furtherSearches = furtherSearches(open: questions.searches)
    }
    for side in idleMerges() {
      questions.idleMerges.append(side)
      let own = Set(side.work(in: facts.graph))
      for tip in side.others(in: facts.graph) { search(tip, isMissing: own.contains) }
    }
    for (merge, candidates) in merges() {
      for tip in facts.graph.parents(of: merge).dropFirst() {
        search(tip, among: candidates) { landings.point(of: $0) == merge }
      }
    }
    return questions
  }

  /// Whether a commit of the target takes a commit back.
  func isReverted(_ commit: CommitIndex) -> Bool {
    reverts.isNamed(commit, by: landings.contains)
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

  /// The commits of open branches that seem to be one commit, made anew: where a branch was rebased, or
  /// picked from another one.
  private func twins(in series: [BranchSeries]) -> [LandingFacts.Twins] {
    guard !facts.identities.isEmpty else { return [] }
    var known: [CommitIdentity: CommitIndex] = [:]
    var found: [LandingFacts.Twins] = []
    for commit in Set(series.flatMap(\.commits)).sorted() where !facts.graph.isMerge(commit) {
      let identity = facts.identities[commit.position]
      if let older = known[identity], !facts.graph.isAncestor(older, of: commit) {
        found.append(LandingFacts.Twins(older: older, newer: commit))
      }
      known[identity] = commit
    }
    return found
  }

  /// The merges of the target that have the tree of one parent, although another one brought linked commits;
  /// oldest first.
  private func idleMerges() -> [KeptSide] {
    let graph = facts.graph
    return (0..<graph.count).map { CommitIndex($0) }.compactMap { merge in
      guard graph.isMerge(merge), landings.contains(merge),
        let kept = graph.parents(of: merge).first(where: {
          graph.trees[$0.position] == graph.trees[merge.position]
        })
      else { return nil }
      let side = KeptSide(merge: merge, kept: kept)
      return side.work(in: graph).contains { !links.links(of: $0).isEmpty } ? side : nil
    }
  }
}
