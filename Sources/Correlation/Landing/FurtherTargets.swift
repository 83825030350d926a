import GitModel

/// What each of the targets holds that are reported beside the first.
struct FurtherTargets: Sendable {
  let targets: [TargetFacts]
  private let graph: CommitGraph
  /// For every commit a bit for each target that reaches it, in this many words; empty without targets.
  private var reach: [UInt64] = []
  private let words: Int
  /// The commits that the first target lacks, on the targets' own lines, with the targets whose lines they are.
  private var lines: [CommitIndex: Set<Int>] = [:]

  /// Finds what all targets reach in one pass, whatever their number.
  ///
  /// - Complexity: O(*n* + *e*) for *n* commits with *e* parents in all, where there are 64 targets at most.
  init(_ facts: RepositoryFacts, landings: LandingMap) {
    targets = facts.furtherTargets
    graph = facts.graph
    words = (targets.count + 63) / 64
    if targets.isEmpty { return }
    reach = [UInt64](repeating: 0, count: facts.graph.count * words)
    for (place, target) in targets.enumerated() {
      reach[target.commit.position * words + place / 64] |= 1 << UInt64(place % 64)
      for commit in facts.graph.mainline(from: target.commit) {
        if landings.contains(commit) { break }
        lines[commit, default: []].insert(place)
      }
    }
    // Places are topological: every child comes before its parents.
    for position in (0..<facts.graph.count).reversed() {
      for word in 0..<words {
        let bits = reach[position * words + word]
        if bits == 0 { continue }
        for parent in facts.graph.parents(of: CommitIndex(position)) {
          reach[parent.position * words + word] |= bits
        }
      }
    }
  }

  var isEmpty: Bool { targets.isEmpty }

  /// Whether the target at a place reaches a commit.
  func contains(_ commit: CommitIndex, at place: Int) -> Bool {
    reach[commit.position * words + place / 64] & (1 << UInt64(place % 64)) != 0
  }

  /// Whether any target reaches a commit.
  func contains(_ commit: CommitIndex) -> Bool {
    if isEmpty { return false }
    return (0..<words).contains { reach[commit.position * words + $0] != 0 }
  }

  /// Whether some target reaches one commit and not the other one.
  func isBeside(_ commit: CommitIndex, _ other: CommitIndex) -> Bool {
    (0..<words).contains { word in
      reach[commit.position * words + word] & ~reach[other.position * words + word] != 0
    }
  }

  /// Whether a commit that the first target lacks stands on some target's first-parent chain.
  func isOnLine(_ commit: CommitIndex) -> Bool { lines[commit] != nil }

  /// The same for the target at a place.
  func isOnLine(_ commit: CommitIndex, at place: Int) -> Bool {
    lines[commit]?.contains(place) ?? false
  }

  /// Leaves out of what a branch has beyond the first target whatever it found on the line of another one.
  func beyondLines(_ commits: [CommitIndex]) -> [CommitIndex] {
    if lines.isEmpty { return commits }
    let own = Set(commits)
    var found: Set<CommitIndex> = []
    var stack = commits.filter { isOnLine($0) }
    while let commit = stack.popLast() {
      guard own.contains(commit), found.insert(commit).inserted else { continue }
      stack.append(contentsOf: graph.parents(of: commit))
    }
    return found.isEmpty ? commits : commits.filter { !found.contains($0) }
  }
}
