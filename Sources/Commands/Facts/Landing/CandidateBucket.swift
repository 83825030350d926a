import GitModel
import GitStore

/// Commits of the target that touch the same files, and among them those that change the same lines.
///
/// Some files are changed by most commits of a repository. Comparing each of them with each commit of each
/// branch is not possible; that lines are the same is seen without comparing patches.
struct CandidateBucket {
  /// More copies of one commit tell nothing that the newest ones do not.
  private static let answerLimit = 200

  /// Newest first.
  private var commits: [CommitIndex] = []
  private var byMark: [UInt64: [CommitIndex]] = [:]
  /// How many of `commits` are in `byMark`.
  private var marked = 0

  /// Adds a commit that is older than all others.
  mutating func append(_ commit: CommitIndex) { commits.append(commit) }

  /// Whether there is a commit after `base`.
  func reaches(beyond base: CommitIndex) -> Bool { commits.first.map { $0 > base } ?? false }

  /// Returns the commits after `base`, newest first.
  func candidates(after base: CommitIndex) -> [CommitIndex] {
    Array(commits.prefix { $0 > base }.prefix(Self.answerLimit))
  }

  /// Returns the commits after `base` that may change the given lines or a part of them, newest first.
  mutating func candidates(
    for lines: LineChange, after base: CommitIndex, patches: PatchTable
  ) throws(GitError) -> [CommitIndex] {
    while marked < commits.count, commits[marked] > base {
      if let own = try patches.lines(of: patches.difference(of: commits[marked])) {
        byMark[own.mark, default: []].append(commits[marked])
      }
      marked += 1
    }
    var found: [CommitIndex] = []
    for key in lines.keys {
      found += (byMark[key] ?? []).prefix { $0 > base }.prefix(Self.answerLimit)
    }
    return Array(found.sorted(by: >).prefix(Self.answerLimit))
  }
}
