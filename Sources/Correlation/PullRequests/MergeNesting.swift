import GitModel

/// For every commit of the target the innermost merge that brought it in: merges stand inside of others where
/// a branch took in further branches before it landed.
struct MergeNesting: Sendable {
  private let carriers: [Int32]
  /// What came in with a history of its own, as where another project's was merged.
  private let foreign: CommitSet
  private static let nothing: Int32 = -1

  /// - Parameter border: Commits whose parents are not known.
  /// - Complexity: O(*n* + *e*) for *n* commits with *e* parents in all.
  init(graph: CommitGraph, target: CommitIndex?, border: Set<CommitIndex> = []) {
    var carriers = [Int32](repeating: Self.nothing, count: graph.count)
    var seen = graph.emptySet
    var foreign = graph.emptySet
    // Each line of first parents is taken as a whole before what its merges brought in; of these the oldest
    // comes first, since what a younger one has in common with it was there already.
    var lines: [(tip: CommitIndex, carrier: Int32)] = target.map { [($0, Self.nothing)] } ?? []
    while let (tip, carrier) = lines.popLast() {
      var commit: CommitIndex? = tip
      var last = tip
      while let next = commit, seen.insert(next) {
        last = next
        carriers[next.position] = carrier
        for side in graph.parents(of: next).dropFirst().reversed() {
          lines.append((side, Int32(next.position)))
        }
        commit = graph.firstParent(of: next)
      }
      // The target's own line may begin where it likes.
      guard carrier != Self.nothing else { continue }
      let isForeign = commit.map(foreign.contains) ?? !border.contains(last)
      var own: CommitIndex? = isForeign ? tip : nil
      while let next = own, next != commit {
        foreign.insert(next)
        own = graph.firstParent(of: next)
      }
    }
    self.carriers = carriers
    self.foreign = foreign
  }

  /// Whether a commit stands on a line that did not begin at the target: it is from another project, or from a
  /// time when this one was kept elsewhere.
  func isForeign(_ commit: CommitIndex) -> Bool { foreign.contains(commit) }

  /// Returns the merges that brought a commit in, the innermost first; none for a commit that stands on the
  /// target itself and for one that the target lacks.
  func merges(around commit: CommitIndex) -> [CommitIndex] {
    var merges: [CommitIndex] = []
    var carrier = carriers[commit.position]
    while carrier != Self.nothing {
      merges.append(CommitIndex(Int(carrier)))
      carrier = carriers[Int(carrier)]
    }
    return merges
  }
}
