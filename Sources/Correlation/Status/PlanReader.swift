import GitModel
import Plans

/// Puts together the answer about one plan.
struct PlanReader {
  let facts: RepositoryFacts
  let landings: LandingMap
  let onBranches: CommitSet
  let kinds: [CommitIndex: ChangeKind]
  let condition: DoneCondition
  let releases: ReleaseMap

  func answer(
    position: Int, linked: [(commit: CommitIndex, link: Link)], branches: [BranchAnswer]
  ) -> PlanAnswer {
    let plan = facts.plans.plans[position]
    let commits = linked.map(linkedCommit)
    var counts = PlanAnswer.Counts()
    for commit in commits {
      switch (commit.kind, commit.state) {
      case (.merge, _): break
      case (.upkeep, _): counts.upkeep += 1
      case (.work, .landed(let way)):
        counts.landed += 1
        if case .merge = way { counts.landedByMerge += 1 }
      case (.work, .open): counts.open += 1
      case (.work, .unreachable): break
      }
    }
    let result = StatusRule(
      plan: plan, counts: counts, branches: branches, condition: condition,
      target: facts.target?.shorthand
    ).derive()
    return PlanAnswer(
      plan: plan, position: position, derived: result.derived, basis: result.basis,
      isDone: result.isDone, reason: result.reason, branches: branches, commits: commits,
      counts: counts, milestones: milestones(of: plan, commits: commits),
      pullRequests: PullRequestRule(facts: facts).pullRequests(of: commits),
      firstRelease: firstRelease(of: commits),
      warnings: warnings(plan: plan, isDone: result.isDone))
  }

  private func linkedCommit(_ commit: CommitIndex, _ link: Link) -> LinkedCommit {
    let state: LinkedCommit.State =
      landings.way(of: commit).map { .landed($0) }
      ?? (onBranches.contains(commit) ? .open : .unreachable)
    return LinkedCommit(
      commit: commit, kind: facts.graph.isMerge(commit) ? .merge : kinds[commit] ?? .work,
      evidence: link.evidence, milestones: link.milestones, state: state)
  }

  private func milestones(
    of plan: Plan, commits: [LinkedCommit]
  ) -> [PlanAnswer.MilestoneAnswer] {
    var landed: [MilestoneID: Int] = [:]
    var open: [MilestoneID: Int] = [:]
    for commit in commits where commit.kind == .work {
      for milestone in commit.milestones where milestone.plan == plan.key.planID {
        switch commit.state {
        case .landed: landed[milestone, default: 0] += 1
        case .open: open[milestone, default: 0] += 1
        case .unreachable: break
        }
      }
    }
    let documents = Dictionary(plan.milestones.map { ($0.id, $0) }) { first, _ in first }
    let all = Set(documents.keys).union(landed.keys).union(open.keys)
    return all.sorted().map { id in
      PlanAnswer.MilestoneAnswer(
        id: id, title: documents[id]?.title, isCompleted: documents[id]?.isCompleted ?? false,
        landed: landed[id] ?? 0, open: open[id] ?? 0)
    }
  }

  private func firstRelease(of commits: [LinkedCommit]) -> String? {
    commits.lazy
      .filter { $0.kind == .work }
      .compactMap { releases.first(holding: $0.commit) }
      .min()
      .map { releases.tags[$0].name }
  }

  private func warnings(plan: Plan, isDone: Bool) -> [String] {
    guard isDone, plan.progress.unticked > 0 else { return [] }
    let boxes = plan.progress.unticked == 1 ? "1 box" : "\(plan.progress.unticked) boxes"
    return ["\(boxes) of Progress \(plan.progress.unticked == 1 ? "is" : "are") not ticked"]
  }
}
