package import GitModel

/// The core: facts of a repository go in, answers about its plans come out.
///
/// It works in two steps, because only the first one tells of which commits the changes matter:
/// `init` finds the links, then `answer` takes what the linked commits change. Nothing here reads a
/// repository, a file or a clock.
package struct Correlator: Sendable {
  package let facts: RepositoryFacts
  package let links: LinkTable
  package let landings: LandingMap
  private let ownership: BranchOwnership

  /// Links commits to plans.
  ///
  /// - Complexity: O(*n* log *n*) for *n* commits.
  package init(_ facts: RepositoryFacts) {
    self.facts = facts
    landings = LandingMap(graph: facts.graph, target: facts.target?.commit)
    ownership = BranchOwnership(facts: facts, landings: landings)
    links = LinkResolver.resolve(facts, landings: landings, ownership: ownership)
  }

  /// The commits of which `answer` wants to know what they change: every linked one but merges. Oldest
  /// first, so that a reader's cache of trees is of use.
  package var questions: [CommitIndex] {
    links.commits.filter { !facts.graph.isMerge($0) }.sorted()
  }

  /// Returns what git says about every plan and every release.
  ///
  /// - Parameters:
  ///   - kinds: What the commits of `questions` change. A commit that is missing counts as work.
  ///   - condition: What a plan needs to be done.
  package func answer(
    kinds: [CommitIndex: ChangeKind], condition: DoneCondition = .milestones
  ) -> Answers {
    let releases = ReleaseMap(facts: facts)
    let branches = branchesByPlan(kinds)
    let linked = links.commitsByPlan(count: facts.plans.plans.count)
    var onBranches = facts.graph.emptySet
    // What is checked out counts as a branch, though it may be detached as in CI.
    let tips = facts.branches.flatMap(\.tips) + (facts.head.map { [$0] } ?? [])
    facts.graph.reach(from: tips, into: &onBranches) { _ in }
    let plans = facts.plans.plans.indices.map { position in
      PlanReader(
        facts: facts, landings: landings, onBranches: onBranches, kinds: kinds,
        condition: condition, releases: releases
      ).answer(position: position, linked: linked[position], branches: branches[position])
    }
    return Answers(
      facts: facts, plans: plans, links: links, landings: landings, releases: releases)
  }

  /// The branches of each plan: those that belong to it, then those that only carry its work.
  private func branchesByPlan(_ kinds: [CommitIndex: ChangeKind]) -> [[BranchAnswer]] {
    let rule = BranchRule(facts: facts, landings: landings, links: links)
    var found = [[BranchAnswer]](repeating: [], count: facts.plans.plans.count)
    var owners: [String: [Int]] = [:]
    for branch in ownership.branches {
      owners[branch.facts.branch.reference] = branch.plans
      for plan in branch.plans {
        found[plan].append(rule.answer(for: branch.facts, plan: plan, isPlanBranch: true))
      }
    }
    for branch in facts.branches where !branch.isTarget {
      let own = BranchOwnership.unlanded(
        from: branch.tips, graph: facts.graph, landings: landings)
      // A branch whose work has all landed still tells by its tip whose it was.
      var plans: Set<Int> = []
      for commit in own + [branch.head] where isWork(commit, kinds) {
        for link in links.links(of: commit) { plans.insert(link.plan) }
      }
      for plan in plans.subtracting(owners[branch.branch.reference] ?? []) {
        found[plan].append(rule.answer(for: branch, plan: plan, isPlanBranch: false))
      }
    }
    return found
  }

  private func isWork(_ commit: CommitIndex, _ kinds: [CommitIndex: ChangeKind]) -> Bool {
    !facts.graph.isMerge(commit) && (kinds[commit] ?? .work) == .work
  }
}
