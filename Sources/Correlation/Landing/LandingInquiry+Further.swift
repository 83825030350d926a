import GitModel

/// What is asked about the targets that are reported beside the first.
extension LandingInquiry {
  /// The commits of further targets that the first one lacks.
  func furtherCommits() -> CommitSet {
    var found = facts.graph.emptySet
    for commit in (0..<facts.graph.count).map({ CommitIndex($0) })
    where further.contains(commit) && !landings.contains(commit) {
      found.insert(commit)
    }
    return found
  }

  /// The commits of further targets that seem to be copies of linked commits which these targets lack: as their
  /// messages say, or with the same author and time or the same title.
  ///
  /// - Complexity: O(*n*) for *n* commits, beside the pairs that are found.
  func picks() -> [LandingQuestions.Pick] {
    var found = namedPicks()
    if facts.identities.isEmpty { return found }
    let named = Set(found.map { [$0.original, $0.copy] })
    var byAuthor: [UInt64: [CommitIndex]] = [:]
    var bySubject: [UInt64: [CommitIndex]] = [:]
    for commit in links.commits.sorted() where !facts.graph.isMerge(commit) {
      let identity = facts.identities[commit.position]
      byAuthor[identity.author, default: []].append(commit)
      bySubject[identity.subject, default: []].append(commit)
    }
    for copy in (0..<facts.graph.count).map({ CommitIndex($0) })
    where further.contains(copy) && !facts.graph.isMerge(copy) {
      let identity = facts.identities[copy.position]
      let originals = Set((byAuthor[identity.author] ?? []) + (bySubject[identity.subject] ?? []))
      for original in originals.sorted()
      where further.isBeside(copy, original) && !named.contains([original, copy]) {
        found.append(LandingQuestions.Pick(original: original, copy: copy, isNamed: false))
      }
    }
    return found
  }

  /// The commits of further targets whose messages say of which linked commit they were picked.
  private func namedPicks() -> [LandingQuestions.Pick] {
    let picked = facts.messages.filter {
      further.contains($0.key) && !$0.value.mentions.picked.isEmpty
    }
    let names = CommitNames(
      graph: facts.graph, names: picked.values.flatMap(\.mentions.picked))
    var found: [LandingQuestions.Pick] = []
    for (copy, message) in picked.sorted(by: { $0.key < $1.key }) {
      for original in message.mentions.picked.compactMap({ names[$0] })
      where further.isBeside(copy, original) && !links.links(of: original).isEmpty {
        found.append(LandingQuestions.Pick(original: original, copy: copy, isNamed: true))
      }
    }
    return found
  }

  /// Where further targets may hold in one commit what a branch has in several: open branches, and merged ones of
  /// a plan that has commits of its own on a further target.
  ///
  /// - Parameter open: The searches for open branches.
  func furtherSearches(open: [LandingQuestions.Search]) -> [LandingQuestions.Search] {
    let tips = Set(further.targets.map(\.commit))
    var searches = open.filter { !tips.contains($0.series.tip) }
    var beside: [Int: Set<CommitIndex>] = [:]
    var merged: [CommitIndex: Set<Int>] = [:]
    for commit in links.commits where !facts.graph.isMerge(commit) {
      let plans = links.links(of: commit).map(\.plan)
      if let point = landings.point(of: commit) {
        if point != commit { merged[point, default: []].formUnion(plans) }
      } else if further.contains(commit) {
        for plan in plans { beside[plan, default: []].insert(commit) }
      }
    }
    if beside.isEmpty { return searches }
    for (merge, plans) in merged.sorted(by: { $0.key < $1.key }) {
      let candidates = plans.reduce(into: Set<CommitIndex>()) { found, plan in
        found.formUnion(beside[plan] ?? [])
      }
      if candidates.isEmpty { continue }
      for tip in facts.graph.parents(of: merge).dropFirst() {
        let series = BranchSeries(
          tip: tip, graph: facts.graph, isMissing: { landings.point(of: $0) == merge })
        if let series {
          searches.append(LandingQuestions.Search(series: series, candidates: candidates))
        }
      }
    }
    return searches
  }
}
