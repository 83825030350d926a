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
