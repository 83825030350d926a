package import GitModel

/// The core: facts of a repository go in, answers about its plans come out.
///
/// It works in steps, because only each one tells what of the repository matters for the next: `init`
/// finds the links; `take` is told where linked work is on the target under other names; `answer` is told
/// what the linked commits change. Nothing here reads a repository, a file or a clock.
package struct Correlator: Sendable {
  package let facts: RepositoryFacts
  package private(set) var links: LinkTable
  /// What the target reaches.
  package let landings: LandingMap
  private let further: FurtherTargets
  private let ownership: BranchOwnership
  private let reverts: RevertMap
  private var landing: Landing
  private var landingFacts = LandingFacts()

  /// Links commits to plans.
  ///
  /// - Complexity: O(*n* log *n*) for *n* commits.
  package init(_ facts: RepositoryFacts) {
    self.facts = facts
    landings = LandingMap(graph: facts.graph, target: facts.target?.commit)
    further = FurtherTargets(facts, landings: landings)
    ownership = BranchOwnership(facts: facts, landings: landings, further: further)
    links = LinkResolver.resolve(facts, landings: landings, ownership: ownership)
    reverts = RevertMap(facts)
    landing = Landing(facts, reached: landings, reverts: reverts, answers: landingFacts)
  }

  /// The commits of which `answer` wants to know what they change: every linked one but merges. Oldest
  /// first, so that a reader's cache of trees is of use.
  package var questions: [CommitIndex] {
    links.commits.filter { !facts.graph.isMerge($0) }.sorted()
  }

  /// What is to be found out about trees and patches.
  package var landingQuestions: LandingQuestions {
    LandingInquiry(
      facts: facts, links: links, landings: landings, further: further, ownership: ownership,
      reverts: reverts
    ).questions()
  }

  /// Takes the answers to `landingQuestions`.
  ///
  /// - Returns: Further commits of which `answer` wants to know what they change, oldest first: those that
  ///   turned out to be work of a plan.
  package mutating func take(_ answers: LandingFacts) -> [CommitIndex] {
    landingFacts = answers
    landing = Landing(facts, reached: landings, reverts: reverts, answers: answers)
    return links.addCopies(answers).filter { !facts.graph.isMerge($0) }
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
    let views = ReleaseViews(facts: facts, landing: landing)
    let linked = links.commitsByPlan(count: facts.plans.plans.count)
    let branches = branchesByPlan(kinds, linked: linked)
    var onBranches = facts.graph.emptySet
    // What is checked out counts as a branch, though it may be detached as in CI.
    let tips = facts.branches.flatMap(\.tips) + (facts.head.map { [$0] } ?? [])
    facts.graph.reach(from: tips, into: &onBranches) { _ in }
    let pullRequests = PullRequestRule(facts, landing: landing)
    let plans = facts.plans.plans.indices.map { position in
      PlanReader(
        facts: facts, landing: landing, further: further, onBranches: onBranches, kinds: kinds,
        condition: condition, releases: releases, views: views, pullRequests: pullRequests
      ).answer(position: position, linked: linked[position], branches: branches[position])
    }
    return Answers(
      facts: facts, plans: plans, links: links, landing: landing, releases: releases,
      pullRequests: pullRequests)
  }

  /// The branches of each plan: those that belong to it, then those that only carry its work.
  private func branchesByPlan(
    _ kinds: [CommitIndex: ChangeKind], linked: [[(commit: CommitIndex, link: Link)]]
  ) -> [[BranchAnswer]] {
    let rule = BranchRule(
      facts: facts, landing: landing, further: further, links: links, kinds: kinds,
      emptyCommits: landingFacts.emptyCommits)
    var found = [[BranchAnswer]](repeating: [], count: facts.plans.plans.count)
    func add(_ branch: BranchFacts, _ plan: Int, isPlanBranch: Bool) {
      found[plan].append(
        rule.answer(
          for: branch, plan: plan, linked: linked[plan].map(\.commit), isPlanBranch: isPlanBranch))
    }
    var owners: [String: BranchOwnership.Owned] = [:]
    for branch in ownership.branches {
      owners[branch.facts.branch.reference] = branch
      for plan in branch.plans { add(branch.facts, plan, isPlanBranch: true) }
    }
    var elsewhere = facts.graph.emptySet
    if !further.isEmpty {
      let branches = facts.branches.filter { !$0.isFurtherTarget }
      facts.graph.reach(from: branches.flatMap(\.tips), into: &elsewhere) { _ in }
    }
    for branch in facts.branches where !branch.isTarget {
      let owner = owners[branch.branch.reference]
      let own =
        owner?.own
        ?? BranchOwnership.unlanded(from: branch.tips, graph: facts.graph, landings: landings)
      var plans: Set<Int> = []
      // A branch whose work has all landed still tells by its tip whose it was; a target does not.
      let tip = branch.isFurtherTarget ? nil : branch.head
      for commit in own + (tip.map { [$0] } ?? []) where isWork(commit, kinds) {
        if commit != tip, case .landed = landing.standing(of: commit) { continue }
        if branch.isFurtherTarget, isCopy(commit, elsewhere) { continue }
        for link in links.links(of: commit) { plans.insert(link.plan) }
      }
      for plan in plans.subtracting(owner?.plans ?? []) {
        add(branch, plan, isPlanBranch: false)
      }
    }
    return found
  }

  /// Whether the same work is on some other branch too.
  private func isCopy(_ commit: CommitIndex, _ elsewhere: CommitSet) -> Bool {
    (landing.twins(of: commit) + landing.originals(of: commit)).contains { elsewhere.contains($0) }
  }

  private func isWork(_ commit: CommitIndex, _ kinds: [CommitIndex: ChangeKind]) -> Bool {
    !facts.graph.isMerge(commit) && (kinds[commit] ?? .work) == .work
  }
}
