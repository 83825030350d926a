import GitModel
import Plans

/// Lists the plans of a set of commits that were released together; the section "Releases" of
/// `docs/semantics.md`.
struct ReleaseRule {
  let answers: Answers

  /// Returns the answer for commits that a release, or a range, holds.
  ///
  /// - Parameters:
  ///   - tip: The newest commit of the release.
  ///   - commits: What the release holds, newest first.
  func answer(
    tag: String?, previous: String?, tip: CommitIndex, time: Int64, commits: [CommitIndex]
  ) -> ReleaseAnswer {
    let graph = answers.facts.graph
    var byPlan: [Int: [CommitIndex]] = [:]
    var unplanned: [CommitIndex] = []
    for commit in commits where !graph.isMerge(commit) {
      let links = answers.links.links(of: commit)
      if links.isEmpty { unplanned.append(commit) }
      for link in links { byPlan[link.plan, default: []].append(commit) }
    }
    for commit in commits {
      // A revert need not be linked itself.
      for work in answers.landing.reverts.work(revertedBy: commit) {
        for link in answers.links.links(of: work) { byPlan[link.plan] = byPlan[link.plan] ?? [] }
      }
    }
    let reached = byPlan.isEmpty ? graph.emptySet : graph.reachable(from: [tip])
    // What is in force at the release need not be so today.
    let reverts =
      answers.landing.reverts.hasNames
      ? RevertMap(answers.facts) { reached.contains($0) && answers.landing.taken.contains($0) }
      : answers.landing.reverts
    let own = Set(commits)
    let plans = byPlan.sorted { $0.key < $1.key }.compactMap { position, commits in
      released(
        answers.plans[position], commits: commits, own: own, reached: reached, reverts: reverts)
    }
    return ReleaseAnswer(
      tag: tag, previous: previous, commit: tip, time: time, plans: plans, unplanned: unplanned)
  }

  /// A plan is listed where some of its work is in the release, or where work that an earlier release
  /// shipped is taken back; upkeep alone lists nothing.
  private func released(
    _ plan: PlanAnswer, commits: [CommitIndex], own: Set<CommitIndex>, reached: CommitSet,
    reverts: RevertMap
  ) -> ReleaseAnswer.ReleasedPlan? {
    let names = Set(plan.commits.map(\.commit))
    func isWork(_ commit: LinkedCommit) -> Bool {
      commit.kind == .work && !commit.isCopied && !reverts.isRevert(commit.commit, ofAnyIn: names)
    }
    let inRelease = plan.commits.filter { own.contains($0.commit) }
    let shipped = plan.commits.filter { isWork($0) && reached.contains($0.commit) }
    let kept = shipped.filter { reverts.revert(of: $0.commit) == nil }
    let isTakenBack = shipped.contains { commit in
      guard let revert = reverts.revert(of: commit.commit) else { return false }
      return own.contains(revert) && !own.contains(commit.commit)
    }
    let hasWork = kept.contains { own.contains($0.commit) }
    guard hasWork || isTakenBack else { return nil }
    let known = plan.commits.filter { commit in
      guard commit.counts else { return false }
      switch commit.state {
      case .landed, .open, .reverted: return true
      case .withdrawn, .unreachable: return false
      }
    }
    let isComplete =
      plan.isDone && known.allSatisfy { !$0.state.isLanded || reached.contains($0.commit) }
    var milestones: Set<MilestoneID> = []
    for commit in inRelease { milestones.formUnion(commit.milestones) }
    return ReleaseAnswer.ReleasedPlan(
      plan: plan,
      state: isComplete && hasWork ? .completed : isTakenBack ? .reverted : .partial,
      commits: commits, milestones: milestones.sorted(), landed: kept.count,
      known: max(known.count, kept.count),
      pullRequests: answers.pullRequests.pullRequests(of: inRelease))
  }
}
