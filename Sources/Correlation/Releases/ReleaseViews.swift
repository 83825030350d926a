import GitModel

/// What was on the way to a commit, a release most often, in the order in which it came.
final class ReleaseViews {
  private let facts: RepositoryFacts
  private let landing: Landing
  private var reached: [CommitIndex: CommitSet] = [:]

  init(facts: RepositoryFacts, landing: Landing) {
    self.facts = facts
    self.landing = landing
  }

  /// Returns the place at which a commit came on the way to `tip`; `nil` where it did not.
  ///
  /// - Parameter lacking: Commits that count as if they were not there.
  func arrival(
    to tip: CommitIndex, lacking: Set<CommitIndex> = []
  ) -> (CommitIndex) -> CommitIndex? {
    let commits = reachable(from: tip)
    let landing = landing
    // On another branch the order is that of the commits themselves.
    let isOnLine = landing.reached.point(of: tip) == tip
    return { commit in
      guard commits.contains(commit), !lacking.contains(commit) else { return nil }
      return isOnLine ? landing.taken.point(of: commit) : commit
    }
  }

  /// Says whether a commit's work was there at `tip`.
  func isThere(_ commit: CommitIndex, at tip: CommitIndex) -> Bool {
    if case .landed = landing.account(of: commit, by: arrival(to: tip)).standing { return true }
    return false
  }

  func reachable(from tip: CommitIndex) -> CommitSet {
    if let known = reached[tip] { return known }
    let commits = facts.graph.reachable(from: [tip])
    reached[tip] = commits
    return commits
  }
}
