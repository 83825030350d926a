import GitModel

/// Says what each target has of a plan's work.
struct TargetRule {
  let facts: RepositoryFacts
  let landing: Landing
  let further: FurtherTargets

  /// Returns an answer for the first target, then for each further one; none where there is no target.
  ///
  /// - Parameters:
  ///   - commits: All commits of the plan.
  ///   - counts: What of them stands where, as the first target sees it.
  func answers(commits: [LinkedCommit], counts: PlanAnswer.Counts) -> [TargetAnswer] {
    guard let target = facts.target else { return [] }
    var first = TargetAnswer(target: target)
    first.landed = counts.landed
    first.missing = counts.open
    first.reverted = counts.reverted
    first.ways = counts.ways
    return [first] + further.targets.indices.map { answer(at: $0, commits: commits) }
  }

  private func answer(at place: Int, commits: [LinkedCommit]) -> TargetAnswer {
    var answer = TargetAnswer(target: further.targets[place])
    let arrival = arrival(at: place)
    let upkeep = Set(commits.filter { $0.kind == .upkeep }.map(\.commit))
    for commit in commits where commit.counts {
      if landing.isThere(commit.commit, by: arrival, besides: upkeep) {
        answer.landed += 1
        answer.ways[way(of: commit.commit, at: place, by: arrival), default: 0] += 1
        continue
      }
      switch (landing.account(of: commit.commit, by: arrival).standing, commit.state) {
      case (.reverted, _): answer.reverted += 1
      case (_, .landed), (_, .open): answer.missing += 1
      case (_, .reverted), (_, .withdrawn), (_, .unreachable): break
      }
    }
    return answer
  }

  /// The place at which a commit came to a target. What the first target had before the other one left it came
  /// as it came there.
  private func arrival(at place: Int) -> (CommitIndex) -> CommitIndex? {
    let (landing, further) = (landing, further)
    return { commit in
      guard further.contains(commit, at: place) else { return nil }
      if let point = landing.taken.point(of: commit), further.contains(point, at: place) {
        return point
      }
      return commit
    }
  }

  private func way(
    of commit: CommitIndex, at place: Int, by arrival: @escaping (CommitIndex) -> CommitIndex?
  ) -> BranchAnswer.Integration {
    let account = landing.account(of: commit, by: arrival)
    guard case .landed(let way) = account.standing else {
      // Bit by bit, by what it holds.
      return .rebase
    }
    if way.copy != nil { return way.integration }
    if let copied = landing.wayOfCopy(commit) { return copied.integration }
    if further.isOnLine(commit, at: place) { return .fastForward }
    return landing.taken.contains(commit) ? way.integration : .merge
  }
}
