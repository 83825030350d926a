package import GitModel
package import Plans

/// That something belongs to a plan, and why.
package struct PlanMention: Hashable, Sendable {
  /// The plan's place among the facts' plans.
  package let plan: Int
  /// Why, in the words that reports use, the strongest first.
  package let evidence: [String]
  /// The milestones that are named, in order.
  package let milestones: [MilestoneID]
  /// The commits that tell, newest first; empty where none does.
  package let commits: [CommitIndex]

  package init(
    plan: Int, evidence: [String], milestones: [MilestoneID] = [], commits: [CommitIndex] = []
  ) {
    self.plan = plan
    self.evidence = evidence
    self.milestones = milestones
    self.commits = commits
  }
}

extension Answers {
  /// Returns the plans of a branch, by key: those that its configuration or its name tells, then those
  /// whose work it carries.
  package func mentions(ofBranch reference: String) -> [PlanMention] {
    guard let branch = facts.branches.first(where: { $0.branch.reference == reference }) else {
      return []
    }
    let configured = Set(branch.configured.compactMap { facts.plans.position(of: $0) })
    let named = Set(facts.plans.positions(inBranchName: branch.branch.name))
    let carried = carriedWork(of: branch)
    return plans.indices.compactMap { plan in
      var evidence: [String] = []
      if configured.contains(plan) { evidence.append("config") }
      if configured.isEmpty, named.contains(plan) { evidence.append("name") }
      let links = carried[plan] ?? []
      if !branch.isTarget { evidence += Self.words(of: links.map(\.link.evidence)) }
      guard !evidence.isEmpty else { return nil }
      return PlanMention(
        plan: plan, evidence: evidence,
        milestones: Set(links.flatMap(\.link.milestones)).sorted(),
        commits: links.map(\.commit).sorted(by: >))
    }
  }

  /// Whether a branch is the one that work lands on, here or on the remote.
  package func isTarget(_ branch: Branch) -> Bool {
    facts.branches.contains { $0.isTarget && $0.branch.reference == branch.reference }
  }

  /// Returns the plans of several commits, by key.
  package func mentions(of commits: [CommitIndex]) -> [PlanMention] {
    var found: [Int: [(commit: CommitIndex, link: Link)]] = [:]
    for commit in commits {
      for link in links.links(of: commit) { found[link.plan, default: []].append((commit, link)) }
    }
    return found.sorted { $0.key < $1.key }.map { plan, links in
      PlanMention(
        plan: plan, evidence: Self.words(of: links.map(\.link.evidence)),
        milestones: Set(links.flatMap(\.link.milestones)).sorted(), commits: links.map(\.commit))
    }
  }

  /// Returns the plans of a pull request, by key.
  package func mentions(ofPullRequest number: Int) -> [PlanMention] {
    plans.compactMap { plan in
      let found = plan.pullRequests.filter { $0.number == number }
      guard !found.isEmpty else { return nil }
      return PlanMention(plan: plan.position, evidence: found.map(\.evidence.rawValue))
    }
  }

  /// Returns the plans of a release, by key.
  package func mentions(of release: ReleaseAnswer) -> [PlanMention] {
    release.plans.map { released in
      let position = released.plan.position
      let links = released.commits.flatMap(links.links).filter { $0.plan == position }
      let words = Self.words(of: links.map(\.evidence))
      return PlanMention(
        plan: position, evidence: words.isEmpty ? [released.state.rawValue] : words,
        milestones: released.milestones, commits: released.commits)
    }
  }

  /// The links of what a branch has and the target lacks.
  private func carriedWork(
    of branch: BranchFacts
  ) -> [Int: [(commit: CommitIndex, link: Link)]] {
    var found: [Int: [(commit: CommitIndex, link: Link)]] = [:]
    let commits = BranchOwnership.unlanded(
      from: branch.tips, graph: facts.graph, landings: landing.reached)
    for commit in commits {
      for link in links.links(of: commit) { found[link.plan, default: []].append((commit, link)) }
    }
    return found
  }

  private static func words(of evidence: [EvidenceSet]) -> [String] {
    Evidence.allCases.filter { word in evidence.contains { $0.contains(word) } }.map(\.name)
  }
}
