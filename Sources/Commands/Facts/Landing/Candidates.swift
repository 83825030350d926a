import GitModel

/// Commits that may be the copy of another one.
struct Candidates {
  /// Newest first.
  var commits: [CommitIndex] = []
  /// Whether there are no others.
  var isComplete = true
}
