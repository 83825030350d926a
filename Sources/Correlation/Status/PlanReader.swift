import GitModel
import Plans

/// Puts together the answer about one plan.
struct PlanReader {
  let facts: RepositoryFacts
  let landing: Landing
  let onBranches: CommitSet
  let kinds: [CommitIndex: ChangeKind]
  let condition: DoneCondition
  let releases: ReleaseMap
  let pullRequests: PullRequestRule

  func answer(
    position: Int, linked: [(commit: CommitIndex, link: Link)], branches: [BranchAnswer]
  ) -> PlanAnswer {
    let plan = facts.plans.plans[position]
    let names = Set(linked.map(\.commit))
    let commits = linked.map { linkedCommit($0.commit, $0.link, ofPlanWith: names) }
    let counts = counts(of: commits)
    let result = StatusRule(
      plan: plan, counts: counts, branches: branches, condition: condition,
      target: facts.target?.shorthand, isCutOff: isCutOff(commits, branches: branches)
    ).derive()
    return PlanAnswer(
      plan: plan, position: position, derived: result.derived, basis: result.basis,
      isDone: result.isDone, reason: result.reason, branches: branches, commits: commits,
      counts: counts, milestones: milestones(of: plan, commits: commits),
      pullRequests: pullRequests.pullRequests(of: commits),
      firstRelease: firstRelease(of: commits),
      warnings: result.warnings + warnings(plan: plan, isDone: result.isDone))
  }

  private func counts(of commits: [LinkedCommit]) -> PlanAnswer.Counts {
    var counts = PlanAnswer.Counts()
    var lastArrival = CommitIndex(-1)
    var lastRevert: CommitIndex?
    for commit in commits {
      if commit.kind == .upkeep, !commit.isCopied { counts.upkeep += 1 }
      guard commit.counts else { continue }
      switch commit.state {
      case .landed(let way):
        counts.landed += 1
        let known = landing.wayOfCopy(commit.commit) ?? way
        counts.ways[known.integration, default: 0] += 1
        lastArrival = max(lastArrival, landing.taken.point(of: commit.commit) ?? lastArrival)
      case .open: counts.open += 1
      case .reverted(let revert):
        counts.reverted += 1
        lastRevert = max(lastRevert ?? revert, revert)
      case .withdrawn, .unreachable: break
      }
    }
    counts.isRevertLast = lastRevert.map { $0 > lastArrival } ?? false
    return counts
  }

  private func linkedCommit(
    _ commit: CommitIndex, _ link: Link, ofPlanWith names: Set<CommitIndex>
  ) -> LinkedCommit {
    let standing = landing.standing(of: commit)
    let state: LinkedCommit.State =
      switch standing {
      case .landed(let way): .landed(way)
      case .reverted(let revert): .reverted(revert)
      case .withdrawn: .withdrawn
      case .missing: onBranches.contains(commit) ? .open : .unreachable
      }
    return LinkedCommit(
      commit: commit, kind: facts.graph.isMerge(commit) ? .merge : kinds[commit] ?? .work,
      evidence: link.evidence, milestones: link.milestones, state: state,
      isCopied: isCopied(commit, standing, among: names),
      isRevert: landing.reverts.isRevert(commit, ofAnyIn: names))
  }

  /// Whether another commit of the plan stands for this one.
  private func isCopied(
    _ commit: CommitIndex, _ standing: Landing.Standing, among names: Set<CommitIndex>
  ) -> Bool {
    if case .landed(let way) = standing {
      return way.copy.map(names.contains) ?? false
    }
    if !landing.taken.contains(commit) {
      return landing.copies(of: commit).contains(where: names.contains)
    }
    // A squash that was reverted counts no more once its commits have landed in another way.
    let originals = landing.originals(of: commit).filter(names.contains)
    return !originals.isEmpty
      && originals.allSatisfy { if case .landed = landing.standing(of: $0) { true } else { false } }
  }

  /// Whether the plan's state lies beyond the border of a shallow clone: a branch ends there before it meets
  /// the target, or all that is known to have landed stands at the border, where nobody sees what it changes.
  private func isCutOff(_ commits: [LinkedCommit], branches: [BranchAnswer]) -> Bool {
    if facts.shallowBorder.isEmpty { return false }
    if branches.contains(where: \.isCutOff) { return true }
    let work = commits.filter(\.counts)
    return !work.isEmpty && work.allSatisfy { facts.shallowBorder.contains($0.commit) }
  }

  private func milestones(
    of plan: Plan, commits: [LinkedCommit]
  ) -> [PlanAnswer.MilestoneAnswer] {
    var landed: [MilestoneID: Int] = [:]
    var open: [MilestoneID: Int] = [:]
    for commit in commits where commit.counts {
      for milestone in commit.milestones where milestone.plan == plan.key.planID {
        switch commit.state {
        case .landed: landed[milestone, default: 0] += 1
        case .open: open[milestone, default: 0] += 1
        case .reverted, .withdrawn, .unreachable: break
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
      .filter { $0.counts }
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
