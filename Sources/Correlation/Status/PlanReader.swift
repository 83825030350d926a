import GitModel
import Plans

/// Puts together the answer about one plan.
struct PlanReader {
  let facts: RepositoryFacts
  let landing: Landing
  let further: FurtherTargets
  let onBranches: CommitSet
  let kinds: [CommitIndex: ChangeKind]
  let condition: DoneCondition
  let releases: ReleaseMap
  let views: ReleaseViews
  let pullRequests: PullRequestRule

  func answer(
    position: Int, linked: [(commit: CommitIndex, link: Link)], branches: [BranchAnswer]
  ) -> PlanAnswer {
    let plan = facts.plans.plans[position]
    let names = Set(linked.map(\.commit))
    let tally = WorkTally(
      landing, commits: names.filter { !facts.graph.isMerge($0) }, isAtHand: onBranches.contains,
      account: landing.account)
    let commits = linked.map { linkedCommit($0.commit, $0.link, names: names, tally) }
    let counts = counts(of: commits, tally)
    let result = StatusRule(
      plan: plan, counts: counts, branches: branches, condition: condition,
      target: facts.target?.shorthand, isCutOff: isCutOff(commits, branches: branches)
    ).derive()
    return PlanAnswer(
      plan: plan, position: position, derived: result.derived, basis: result.basis,
      isDone: result.isDone, reason: result.reason, branches: branches, commits: commits,
      counts: counts,
      targets: TargetRule(facts: facts, landing: landing, further: further)
        .answers(commits: commits, counts: counts),
      milestones: milestones(of: plan, commits: commits),
      pullRequests: pullRequests.pullRequests(of: commits),
      firstRelease: firstRelease(of: commits),
      warnings: result.warnings + warnings(plan: plan, isDone: result.isDone))
  }

  private func counts(of commits: [LinkedCommit], _ tally: WorkTally) -> PlanAnswer.Counts {
    var counts = PlanAnswer.Counts()
    var lastArrival = CommitIndex(-1)
    var lastRevert: CommitIndex?
    for commit in commits {
      if commit.kind == .upkeep, !commit.isCopied { counts.upkeep += 1 }
      guard commit.counts else { continue }
      let since = tally.account(of: commit.commit).since
      switch commit.state {
      case .landed(let way):
        counts.landed += 1
        let known = landing.wayOfCopy(commit.commit) ?? way
        counts.ways[known.integration, default: 0] += 1
        // What is there by content alone is there now, whatever was reverted.
        lastArrival = max(lastArrival, since ?? CommitIndex(facts.graph.count))
      case .open: counts.open += 1
      case .reverted(let revert):
        counts.reverted += 1
        lastRevert = max(lastRevert ?? revert, since ?? revert)
      case .withdrawn: counts.withdrawn += 1
      case .unreachable: break
      }
    }
    counts.isRevertLast = lastRevert.map { $0 > lastArrival } ?? false
    return counts
  }

  private func linkedCommit(
    _ commit: CommitIndex, _ link: Link, names: Set<CommitIndex>, _ tally: WorkTally
  ) -> LinkedCommit {
    let isMerge = facts.graph.isMerge(commit)
    let account = isMerge ? landing.account(of: commit) : tally.account(of: commit)
    let state: LinkedCommit.State =
      switch account.standing {
      case .landed(let way): .landed(way)
      case .reverted(let revert): .reverted(revert)
      case .withdrawn: .withdrawn
      case .missing: onBranches.contains(commit) ? .open : .unreachable
      }
    return LinkedCommit(
      commit: commit, kind: isMerge ? .merge : kinds[commit] ?? .work, evidence: link.evidence,
      milestones: link.milestones, state: state, isCopied: !isMerge && tally.isCopied(commit),
      isRevert: isRevert(commit, names: names))
  }

  /// Whether a commit does nothing but take back, or restore, work of the plan.
  private func isRevert(_ commit: CommitIndex, names: Set<CommitIndex>) -> Bool {
    guard landing.reverts.isRevert(commit, ofAnyIn: names) else { return false }
    // The message of a squash repeats those of the reverts in it.
    return !landing.originals(of: commit).contains { original in
      names.contains(original) && !landing.reverts.isRevert(original, ofAnyIn: names)
    }
  }

  /// Whether the plan's state lies beyond the border of a shallow clone: nothing of the plan is there; a branch or
  /// the target ends at the border before they meet; all that is known to have landed stands at the border, where
  /// nobody sees what it changes; or something was reverted last that may have been the plan's.
  private func isCutOff(_ commits: [LinkedCommit], branches: [BranchAnswer]) -> Bool {
    if facts.shallowBorder.isEmpty { return false }
    if branches.contains(where: \.isCutOff) { return true }
    let work = commits.filter { commit in
      guard commit.counts else { return false }
      switch commit.state {
      case .landed, .open, .reverted: return true
      case .withdrawn, .unreachable: return false
      }
    }
    if work.allSatisfy({ facts.shallowBorder.contains($0.commit) }) {
      return !work.isEmpty || branches.isEmpty
    }
    if work.contains(where: { $0.state == .open }) { return false }
    let last = work.compactMap { landing.account(of: $0.commit).since }.max()
    return landing.reverts.ofUnknown.contains { revert in
      landing.reached.contains(revert) && last.map { $0 < revert } ?? true
    }
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

  /// The oldest release that holds work of the plan which nothing in it takes back.
  private func firstRelease(of commits: [LinkedCommit]) -> String? {
    var first: Int?
    // What another commit stands for today may have been the first to be released.
    for commit in commits where commit.kind == .work && (!commit.isRevert || commit.counts) {
      guard let place = releases.first(holding: commit.commit), place < first ?? .max else {
        continue
      }
      if landing.isDisputed(commit.commit) {
        first =
          (place..<(first ?? releases.tags.count)).first { place in
            views.isThere(commit.commit, at: releases.tags[place].commit)
          } ?? first
      } else {
        first = place
      }
    }
    return first.map { releases.tags[$0].name }
  }

  private func warnings(plan: Plan, isDone: Bool) -> [String] {
    guard isDone, plan.progress.unticked > 0 else { return [] }
    let boxes = plan.progress.unticked == 1 ? "1 box" : "\(plan.progress.unticked) boxes"
    return ["\(boxes) of Progress \(plan.progress.unticked == 1 ? "is" : "are") not ticked"]
  }
}
