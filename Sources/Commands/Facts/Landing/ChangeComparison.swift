import Correlation
import GitModel
import GitStore

/// Says whether commits make the same change.
struct ChangeComparison {
  let graph: CommitGraph
  let patches: PatchTable
  let merges: MergeTrial

  /// Why one commit makes the same change as another one that touches the same files; `nil` where it does not.
  func reason(
    for candidate: CommitIndex, being commit: CommitIndex
  ) throws(GitError) -> CommitCopy.Reason? {
    try reason(for: candidate, holding: patches.difference(of: commit))
  }

  /// Why a commit holds a difference; `nil` where it does not.
  func reason(
    for candidate: CommitIndex, holding difference: PatchTable.Difference
  ) throws(GitError) -> CommitCopy.Reason? {
    // Patches of whole trees take too long; a merge passes over what is alike.
    if try patches.paths(of: difference) == .vast {
      return try isMergeResult(candidate, of: difference) ? .mergeResult : nil
    }
    guard let wanted = try patches.lines(of: difference),
      let lines = try patches.lines(of: patches.difference(of: candidate)),
      lines.isPart(of: wanted)
    else { return nil }
    // Patch-ids are dear, and never equal where the lines are not.
    if lines.sum == wanted.sum, let key = try patches.key(of: difference),
      try patches.key(of: candidate) == key,
      try patches.blanks(of: difference) == patches.blanks(of: patches.difference(of: candidate))
    {
      return .patch
    }
    return try isMergeResult(candidate, of: difference) ? .mergeResult : nil
  }

  /// Whether merging a difference into the commit before gives a commit. It does not matter then that the
  /// lines around have changed.
  func isMergeResult(
    _ candidate: CommitIndex, of difference: PatchTable.Difference
  ) throws(GitError) -> Bool {
    guard let before = graph.firstParent(of: candidate), let base = difference.old else {
      return false
    }
    return try merges.gives(
      graph.trees[candidate.position], merging: difference.new, into: graph.trees[before.position],
      base: base)
  }

  /// Whether two commits touch a file in common.
  func sharesFiles(of one: CommitIndex, with other: CommitIndex) throws(GitError) -> Bool {
    guard let left = try patches.changes(of: patches.difference(of: one)),
      let right = try patches.changes(of: patches.difference(of: other))
    else { return false }
    let paths = Set(left.map(\.path))
    return right.contains { paths.contains($0.path) }
  }

  /// Whether a commit touches at least half of the files that a difference touches.
  func touchesMost(
    of difference: PatchTable.Difference, _ candidate: CommitIndex
  ) throws(GitError) -> Bool {
    guard let wanted = try patches.changes(of: difference), !wanted.isEmpty,
      let changed = try patches.changes(of: patches.difference(of: candidate))
    else { return false }
    let paths = Set(changed.map(\.path))
    return wanted.count { paths.contains($0.path) } * 2 >= wanted.count
  }
}
