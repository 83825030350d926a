package import GitModel

/// Which commits each release holds: those that it reaches and no release among its ancestors does.
package struct ReleaseMap: Sendable {
  /// The releases, oldest first: every release stands behind its ancestors.
  package let tags: [ReleaseTag]
  /// The commits of each release, newest first, in the order of `tags`.
  package let commits: [[CommitIndex]]
  /// The place of the nearest release among the ancestors, in the order of `tags`.
  package let previous: [Int?]
  private let firstHolders: [CommitIndex: Int]

  /// - Complexity: O(*n* log *n*) for *n* commits where releases follow each other; parallel release
  ///   branches cost what they share once more each.
  init(facts: RepositoryFacts) {
    // On one commit the final release is newer than its candidates.
    let tags = facts.releases.sorted {
      ($0.commit, $0.isPrerelease ? 0 : 1, $0.time, $0.name)
        < ($1.commit, $1.isPrerelease ? 0 : 1, $1.time, $1.name)
    }
    let releaseCommits = Set(tags.map(\.commit))
    var places: [CommitIndex: Int] = [:]
    var commits: [[CommitIndex]] = []
    var previous: [Int?] = []
    var firstHolders: [CommitIndex: Int] = [:]
    for (place, tag) in tags.enumerated() {
      if let twin = places[tag.commit] {
        // Several tags on one commit hold the same. The last of them is what later releases follow.
        commits.append(commits[twin])
        previous.append(previous[twin])
        places[tag.commit] = place
        continue
      }
      let (own, borders) = facts.graph.difference(
        from: [tag.commit], excluding: EmptyCollection(), isBorder: releaseCommits.contains)
      places[tag.commit] = place
      commits.append(own)
      previous.append(borders.first.flatMap { places[$0] })
      for commit in own where firstHolders[commit] == nil { firstHolders[commit] = place }
    }
    self.tags = tags
    self.commits = commits
    self.previous = previous
    self.firstHolders = firstHolders
  }

  /// Returns the place of the oldest release that holds a commit.
  package func first(holding commit: CommitIndex) -> Int? { firstHolders[commit] }
}
