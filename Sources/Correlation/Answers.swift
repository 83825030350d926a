package import GitModel

/// What git says about every plan, and on request about releases.
package struct Answers: Sendable {
  package let facts: RepositoryFacts
  /// In the order of the facts' plans, which is by key.
  package let plans: [PlanAnswer]
  package let links: LinkTable
  package let landing: Landing
  package let releases: ReleaseMap
  package let pullRequests: PullRequestRule

  /// Returns the plans of one release, `place` being its place among `releases.tags`.
  package func release(at place: Int) -> ReleaseAnswer {
    let tag = releases.tags[place]
    return ReleaseRule(answers: self).answer(
      tag: tag.name, previous: releases.previous[place].map { releases.tags[$0].name },
      tip: tag.commit, time: tag.time, commits: releases.commits[place])
  }

  /// Returns the plans of a tag that is no release by its name, as if it were one.
  package func release(taggedAs name: String, at commit: CommitIndex, time: Int64) -> ReleaseAnswer
  {
    let (commits, previous) = sinceReleases(commit)
    return ReleaseRule(answers: self).answer(
      tag: name, previous: previous, tip: commit, time: time, commits: commits)
  }

  /// Returns the plans of every release, newest first.
  package func allReleases() -> [ReleaseAnswer] {
    releases.tags.indices.reversed().map(release)
  }

  /// Returns the plans of what the target has beyond all releases; `nil` without a target.
  package func unreleased() -> ReleaseAnswer? {
    guard let target = facts.target else { return nil }
    let (commits, _) = facts.graph.difference(
      from: [target.commit], excluding: releases.tags.map(\.commit))
    let own = releases.tags.last { $0.commit == target.commit }?.name
    let previous = own ?? sinceReleases(target.commit).previous
    return ReleaseRule(answers: self).answer(
      tag: nil, previous: previous, tip: target.commit,
      time: facts.graph.times[target.commit.position], commits: commits)
  }

  /// Returns the plans of what `tip` reaches and `base` does not, as if it were one release.
  package func range(
    from base: CommitIndex, to tip: CommitIndex, tag: String?, previous: String?, range: String
  ) -> ReleaseAnswer {
    var answer = ReleaseRule(answers: self).answer(
      tag: tag, previous: previous, tip: tip, time: facts.graph.times[tip.position],
      commits: facts.graph.difference(from: [tip], excluding: [base]).commits)
    answer.range = range
    return answer
  }

  /// Returns what a commit reaches and no release among its ancestors does, and the nearest of these.
  private func sinceReleases(
    _ tip: CommitIndex
  ) -> (commits: [CommitIndex], previous: String?) {
    let tagged = Set(releases.tags.map(\.commit))
    let (commits, borders) = facts.graph.difference(
      from: [tip], excluding: EmptyCollection(), isBorder: tagged.contains)
    let previous = borders.first.flatMap { border in
      releases.tags.last { $0.commit == border }?.name
    }
    return (commits, previous)
  }
}
