import GitModel

/// How much there is left to spend on the search for parts of branches, and which branches it was too little
/// for.
///
/// Each part of a branch may have been squashed, and there are as many parts as pairs of commits. Real branches
/// take a few thousand steps; a history made to be hostile must not take hours.
final class SearchBudget {
  private var left = 4_000_000
  /// The tips of branches that were not searched to the end.
  private(set) var unfinished: Set<CommitIndex> = []

  /// Whether nothing is left.
  var isSpent: Bool { left <= 0 }

  /// Spends steps on a branch. Returns whether there were as many left; if not, it is noted.
  func spend(_ steps: Int, on tip: CommitIndex) -> Bool {
    left -= steps
    if left >= 0 { return true }
    unfinished.insert(tip)
    return false
  }
}
