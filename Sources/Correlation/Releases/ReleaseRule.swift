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
    let reached = byPlan.isEmpty ? graph.emptySet : graph.reachable(from: [tip])
    let plans = byPlan.sorted { $0.key < $1.key }.compactMap { position, commits in
      released(answers.plans[position], commits: commits, reached: reached)
    }
    return ReleaseAnswer(
      tag: tag, previous: previous, commit: tip, time: time, plans: plans, unplanned: unplanned)
  }

  /// A plan is listed where some of its work is in the release; upkeep alone lists nothing.
  private func released(
    _ plan: PlanAnswer, commits: [CommitIndex], reached: CommitSet
  ) -> ReleaseAnswer.ReleasedPlan? {
    let own = Set(commits)
    let inRelease = plan.commits.filter { own.contains($0.commit) }
    guard inRelease.contains(where: { $0.kind == .work }) else { return nil }
    let work = plan.commits.filter { $0.kind == .work && $0.state != .unreachable }
    let landed = plan.commits.filter { $0.kind == .work && reached.contains($0.commit) }.count
    let isComplete =
      plan.isDone && work.allSatisfy { !$0.state.isLanded || reached.contains($0.commit) }
    var milestones: Set<MilestoneID> = []
    for commit in inRelease { milestones.formUnion(commit.milestones) }
    return ReleaseAnswer.ReleasedPlan(
      plan: plan, state: isComplete ? .completed : .partial, commits: commits,
      milestones: milestones.sorted(), landed: landed, known: max(work.count, landed),
      pullRequests: PullRequestRule(facts: answers.facts).pullRequests(of: inRelease))
  }
}
