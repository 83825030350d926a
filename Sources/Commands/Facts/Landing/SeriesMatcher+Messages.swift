import Correlation
import GitModel
import GitStore

extension SeriesMatcher {
  /// What messages say: picked from, squashed of.
  mutating func matchMentions() {
    for commit in work {
      for copy in index.picks(of: commit) where isCandidate(copy) {
        add(commit, .rebase(copy), .listedCommit)
      }
      for copy in index.squashes(of: commit) where isCandidate(copy) {
        add(commit, .squash(copy), .listedCommit)
      }
      // A pick to a release branch names the commit of the target that it is the copy of.
      for original in index.origins(of: commit) where isCandidate(original) {
        add(commit, .rebase(original), .listedCommit)
      }
    }
  }

  /// The target's commits with the number of a pull request whose tip is a commit of the branch.
  mutating func matchPullRequests() throws(GitError) {
    if facts.pullRequestHeads.isEmpty { return }
    for (place, step) in series.steps.enumerated() {
      for number in facts.pullRequestHeads.numbers(at: facts.graph.id(of: step.commit)) {
        for copy in index.commits(ofPullRequest: number) where isCandidate(copy) {
          // Others may mention the number as well.
          guard let base = step.base,
            try comparison.touchesMost(of: difference(from: base, to: step.commit), copy)
          else { continue }
          for covered in works(through: place) {
            add(covered, .squash(copy), .pullRequest(number))
          }
        }
      }
    }
  }

  /// The target's commits whose messages list the titles of the branch's commits, as forges write them.
  mutating func matchTitles() throws(GitError) {
    guard !facts.identities.isEmpty, let base = series.base, let first = work.first else { return }
    let subjects = work.map { facts.identities[$0.position].subject }
    var known: Set<UInt64> = []
    var new: [(commit: CommitIndex, squash: CommitIndex)] = []
    var others = Set(index.commits(numbering: subjects[0]))
    for candidate in index.commits(listing: subjects[0])
    where candidate > base && isCandidate(candidate) {
      guard let listed = facts.squashTitles[candidate]?.listed else { continue }
      // A title that comes again, such as "fix", may be that of a commit made later.
      var seen: Set<UInt64> = []
      let count = subjects.prefix { listed.contains($0) && seen.insert($0).inserted }.count
      if count < 2 { continue }
      others.remove(candidate)
      // A list that has other titles too is that of another branch.
      if known.isEmpty { known = listItems() }
      guard listed.isSubset(of: known), try touchesMost(candidate, works: work[..<count])
      else { continue }
      // A list repeats what came before in another commit.
      for commit in work[..<count] where !isThere(commit) {
        new.append((commit, candidate))
      }
    }
    for candidate in others where candidate > base && isCandidate(candidate) {
      guard try isByAuthor(of: first, candidate), try touchesMost(candidate, works: [first])
      else { continue }
      if !isThere(first) { new.append((first, candidate)) }
    }
    for (commit, squash) in new { add(commit, .squash(squash), .listedTitles) }
  }

  /// Takes out the squashes whose messages list a commit that they do not bring: another commit had brought it before,
  /// the branch got that one by a merge of the target, and the target took it back.
  mutating func dropRepeats() throws(GitError) {
    for commit in work {
      let gone = (found[commit] ?? []).compactMap(\.way.copy).filter(index.isNamedByRevert)
      guard let first = gone.min() else { continue }
      for copy in found[commit] ?? [] {
        guard case .squash(let squash) = copy.way, first < squash,
          copy.reason == .listedCommit || copy.reason == .listedTitles
        else { continue }
        let difference = comparison.patches.difference(of: commit)
        if try !comparison.touchesMost(of: difference, squash) { remove(copy, of: commit) }
      }
    }
  }

  /// The titles of the branch's commits, and what their messages hold in lists.
  private func listItems() -> Set<UInt64> {
    var items: Set<UInt64> = []
    for commit in series.commits {
      items.insert(facts.identities[commit.position].subject)
      if let titles = facts.squashTitles[commit] { items.formUnion(titles.listed) }
    }
    return items
  }

  /// Whether a commit touches at least half of the files that the others touch.
  private func touchesMost(
    _ candidate: CommitIndex, works: ArraySlice<CommitIndex>
  ) throws(GitError) -> Bool {
    let wanted = try comparison.patches.paths(ofAnyOf: Array(works))
    let touched = try wanted.intersection(comparison.patches.paths(ofAnyOf: [candidate]))
    return !touched.isEmpty && touched.count * 2 >= wanted.count
  }

  private func isByAuthor(
    of commit: CommitIndex, _ candidate: CommitIndex
  ) throws(GitError) -> Bool {
    try index.author(of: commit) == index.author(of: candidate)
  }
}
