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
      // A revert need not be linked itself, and what it takes back may have another name.
      for work in answers.landing.reverts.work(concernedBy: commit) {
        for name in [work] + answers.landing.twins(of: work) {
          for link in answers.links.links(of: name) { byPlan[link.plan] = byPlan[link.plan] ?? [] }
        }
      }
    }
    let views = ReleaseViews(facts: answers.facts, landing: answers.landing)
    let own = Set(commits)
    let plans = byPlan.sorted { $0.key < $1.key }.compactMap { position, commits in
      released(
        answers.plans[position], commits: commits, own: own, now: views.arrival(to: tip),
        before: views.arrival(to: tip, lacking: own))
    }
    return ReleaseAnswer(
      tag: tag, previous: previous, commit: tip, time: time, plans: plans, unplanned: unplanned)
  }

  /// A plan is listed where some of its work is new in the release, or where work that an earlier release
  /// shipped is taken back; upkeep alone lists nothing.
  private func released(
    _ plan: PlanAnswer, commits: [CommitIndex], own: Set<CommitIndex>,
    now: @escaping (CommitIndex) -> CommitIndex?, before: @escaping (CommitIndex) -> CommitIndex?
  ) -> ReleaseAnswer.ReleasedPlan? {
    let present = shipped(plan, by: now)
    let earlier = shipped(plan, by: before)
    let isTakenBack = !earlier.allSatisfy { answers.landing.isThere($0, by: now) }
    guard !present.isSubset(of: earlier) || isTakenBack else { return nil }
    let known = plan.commits.filter { commit in
      guard commit.counts else { return false }
      switch commit.state {
      case .landed, .open, .reverted: return true
      case .withdrawn, .unreachable: return false
      }
    }
    let isComplete =
      plan.isDone
      && known.allSatisfy { !$0.state.isLanded || answers.landing.isThere($0.commit, by: now) }
    let inRelease = plan.commits.filter { own.contains($0.commit) }
    var milestones: Set<MilestoneID> = []
    for commit in inRelease { milestones.formUnion(commit.milestones) }
    return ReleaseAnswer.ReleasedPlan(
      plan: plan,
      state: isComplete && !present.isSubset(of: earlier)
        ? .completed : isTakenBack ? .reverted : .partial,
      commits: commits, milestones: milestones.sorted(), landed: present.count,
      known: max(known.count, present.count),
      pullRequests: answers.pullRequests.pullRequests(of: inRelease))
  }

  /// The commits that stood for a plan's work at some place in history.
  private func shipped(
    _ plan: PlanAnswer, by arrival: @escaping (CommitIndex) -> CommitIndex?
  ) -> Set<CommitIndex> {
    let work = plan.commits.filter { $0.kind == .work && !$0.isRevert }.map(\.commit)
    let tally = WorkTally(answers.landing, commits: work, isAtHand: { _ in false }) { commit in
      answers.landing.account(of: commit, by: arrival)
    }
    return Set(
      work.filter { commit in
        guard case .landed = tally.account(of: commit).standing else { return false }
        return !tally.isCopied(commit)
      })
  }
}
