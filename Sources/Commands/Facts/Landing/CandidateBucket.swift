import GitModel
import GitStore

/// Commits of the target that touch the same files, and among them those that change the same lines.
///
/// Some files are changed by most commits of a repository. Comparing each of them with each commit of each
/// branch is not possible; that lines are the same is seen without comparing patches.
struct CandidateBucket {
  /// Each is compared at some cost, and copies are rarely more than a few.
  private static let answerLimit = 200
  /// How many commits are looked at for one answer. A line that tells nothing, such as a blank one, may be in each.
  private static let lookLimit = 20_000

  /// Newest first.
  private var commits: [CommitIndex] = []
  private var byMark: [UInt64: [(commit: CommitIndex, lines: LineChange)]] = [:]
  /// How many of `commits` are in `byMark`.
  private var marked = 0

  /// Adds a commit that is older than all others.
  mutating func append(_ commit: CommitIndex) { commits.append(commit) }

  /// Whether there is a commit after `base`.
  func reaches(beyond base: CommitIndex) -> Bool { commits.first.map { $0 > base } ?? false }

  /// Returns the commits after `base` that are wanted.
  func candidates(after base: CommitIndex, isWanted: (CommitIndex) -> Bool) -> Candidates {
    var found = Candidates()
    for commit in commits {
      if commit <= base { break }
      if isWanted(commit) { found.commits.append(commit) }
    }
    return Self.newest(of: found)
  }

  /// Returns the commits after `base` that are wanted and may change the given lines or a part of them.
  mutating func candidates(
    for lines: LineChange, after base: CommitIndex, patches: PatchTable,
    isWanted: (CommitIndex) -> Bool
  ) throws(GitError) -> Candidates {
    while marked < commits.count, commits[marked] > base {
      if let own = try patches.lines(of: patches.difference(of: commits[marked])) {
        byMark[own.mark, default: []].append((commits[marked], own))
      }
      marked += 1
    }
    var found = Candidates()
    var looks = 0
    for key in lines.keys {
      for (commit, own) in byMark[key] ?? [] {
        if commit <= base { break }
        if looks == Self.lookLimit {
          found.isComplete = false
          break
        }
        looks += 1
        if own.isPart(of: lines), isWanted(commit) { found.commits.append(commit) }
      }
    }
    found.commits.sort(by: >)
    return Self.newest(of: found)
  }

  private static func newest(of all: Candidates) -> Candidates {
    Candidates(
      commits: Array(all.commits.prefix(answerLimit)),
      isComplete: all.isComplete && all.commits.count <= answerLimit)
  }
}
