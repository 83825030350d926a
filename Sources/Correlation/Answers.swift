package import GitModel

/// What git says about every plan, and on request about releases.
package struct Answers: Sendable {
  package let facts: RepositoryFacts
  /// In the order of the facts' plans, which is by key.
  package let plans: [PlanAnswer]
  package let links: LinkTable
  package let landings: LandingMap
  package let releases: ReleaseMap

  /// Returns the plans of one release, `place` being its place among `releases.tags`.
  package func release(at place: Int) -> ReleaseAnswer {
    let tag = releases.tags[place]
    return ReleaseRule(answers: self).answer(
      tag: tag.name, previous: releases.previous[place].map { releases.tags[$0].name },
      tip: tag.commit, time: tag.time, commits: releases.commits[place])
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
    let nearest = facts.graph.difference(
      from: [target.commit], excluding: EmptyCollection(),
      isBorder: Set(releases.tags.map(\.commit)).contains
    ).borders.first
    let previous = nearest.flatMap { commit in
      releases.tags.last { $0.commit == commit }?.name
    }
    return ReleaseRule(answers: self).answer(
      tag: nil, previous: previous, tip: target.commit,
      time: facts.graph.times[target.commit.position], commits: commits)
  }

  /// Returns the plans of what `tip` reaches and `base` does not, as if it were one release.
  package func range(
    from base: CommitIndex, to tip: CommitIndex, tag: String?, previous: String?
  ) -> ReleaseAnswer {
    ReleaseRule(answers: self).answer(
      tag: tag, previous: previous, tip: tip, time: facts.graph.times[tip.position],
      commits: facts.graph.difference(from: [tip], excluding: [base]).commits)
  }
}
