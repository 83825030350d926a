import Correlation
import GitModel
import GitStore

/// Finds where the commits of one branch are on the target.
struct SeriesMatcher {
  let series: BranchSeries
  let facts: RepositoryFacts
  let index: TargetIndex
  let comparison: ChangeComparison
  /// The target; `nil` where copies are looked for on further ones.
  let target: CommitIndex?
  let budget: SearchBudget
  private let candidates: Set<CommitIndex>?
  private let own: Set<CommitIndex>
  /// The commits that change something, in the order of the branch.
  let work: [CommitIndex]
  private let changing: Set<CommitIndex>

  /// Where each commit is.
  private(set) var found: [CommitIndex: Set<CommitCopy>] = [:]
  /// The commits that were not compared with all that may be their copies.
  private var crowded: Set<CommitIndex> = []

  /// Whether work may be there that was not found, because too many commits change the same lines.
  var isCrowded: Bool { candidates == nil && crowded.contains { !isThere($0) } }

  init(
    _ search: LandingQuestions.Search, facts: RepositoryFacts, index: TargetIndex,
    comparison: ChangeComparison, target: CommitIndex?, budget: SearchBudget
  ) throws(GitError) {
    series = search.series
    candidates = search.candidates
    self.facts = facts
    self.index = index
    self.comparison = comparison
    self.target = target
    self.budget = budget
    let commits = search.series.commits
    own = Set(commits)
    var work: [CommitIndex] = []
    for commit in commits where !facts.graph.isMerge(commit) {
      if try !comparison.patches.isEmpty(commit) { work.append(commit) }
    }
    self.work = work
    changing = Set(work)
  }

  mutating func match() throws(GitError) {
    try search()
    try dropRepeats()
  }

  /// Looks at what is cheap first, and stops once every commit is found.
  private mutating func search() throws(GitError) {
    matchMentions()
    try matchPullRequests()
    for commit in work { try matchLikely(commit) }
    if work.allSatisfy(isSettled) { return }
    try matchSingles()
    try matchSquashes()
    if work.allSatisfy(isThere) { return }
    try matchTitles()
    try matchIdentities()
    if work.allSatisfy(isThere) { return }
    try matchContent()
  }

  /// Whether a commit has a copy that no revert names.
  func isThere(_ commit: CommitIndex) -> Bool {
    found[commit]?.contains { copy in
      copy.way.copy.map { !index.isNamedByRevert($0) } ?? true
    } ?? false
  }

  /// Whether it is also known in which commit the work came first: git's list of what it squashed repeats what
  /// had landed before.
  func isSettled(_ commit: CommitIndex) -> Bool {
    isThere(commit)
      && found[commit]?.contains { copy in
        if case .squash = copy.way { copy.reason != .listedCommit } else { true }
      } == true
  }

  /// Whether a commit changes something and is no merge.
  func isWork(_ commit: CommitIndex) -> Bool { changing.contains(commit) }

  /// Whether a commit of the target may be a copy of one of the series.
  func isCandidate(_ commit: CommitIndex) -> Bool {
    candidates?.contains(commit) ?? !own.contains(commit)
  }

  mutating func add(_ commit: CommitIndex, _ way: LandingWay, _ reason: CommitCopy.Reason) {
    found[commit, default: []].insert(CommitCopy(way: way, reason: reason))
  }

  mutating func remove(_ copy: CommitCopy, of commit: CommitIndex) {
    found[commit]?.remove(copy)
  }

  /// The target's commits by the same author at the same time, or with the same title, if they make the same
  /// change.
  private mutating func matchLikely(_ commit: CommitIndex) throws(GitError) {
    let paths = try comparison.patches.paths(of: commit)
    for candidate in index.likely(copiesOf: commit) where isCandidate(candidate) {
      guard let paths, try comparison.patches.paths(of: candidate) == paths,
        let reason = try comparison.reason(for: candidate, being: commit)
      else { continue }
      add(commit, .rebase(candidate), reason)
    }
  }

  /// The target's commits that make the same change as one commit.
  private mutating func matchSingles() throws(GitError) {
    guard let base = series.base else { return }
    for commit in work where !isSettled(commit) {
      let patches = comparison.patches
      let alike = try candidates(
        for: [commit], touching: patches.paths(of: commit),
        holding: patches.difference(of: commit), after: base)
      for candidate in alike {
        if let reason = try comparison.reason(for: candidate, being: commit) {
          add(commit, .rebase(candidate), reason)
        }
      }
    }
  }

  /// The commits of the target that may hold some commits of the series: those that touch the same files and change the
  /// lines of a difference, or a part of them; newest first.
  mutating func candidates(
    for commits: [CommitIndex], touching files: PathSignature?,
    holding difference: PatchTable.Difference, after base: CommitIndex
  ) throws(GitError) -> [CommitIndex] {
    let found = try index.candidates(
      touching: files, holding: difference, after: base, isWanted: isCandidate)
    if !found.isComplete { crowded.formUnion(commits) }
    return found.commits
  }

  /// The only commit of the target that has the same author, time and title and touches a file in common: the
  /// same commit, amended or picked over conflicts.
  private mutating func matchIdentities() throws(GitError) {
    guard !facts.identities.isEmpty else { return }
    var authors: [UInt64: Int] = [:]
    for commit in work { authors[facts.identities[commit.position].author, default: 0] += 1 }
    for commit in work where found[commit] == nil {
      let identity = facts.identities[commit.position]
      guard authors[identity.author] == 1 else { continue }
      let alike = index.commits(byAuthor: identity.author).filter { !own.contains($0) }
      guard alike.count == 1, let candidate = alike.first, isCandidate(candidate),
        facts.identities[candidate.position] == identity,
        try comparison.sharesFiles(of: candidate, with: commit)
      else { continue }
      add(commit, .rebase(candidate), .identity)
    }
  }

  /// Whether merging the branch would change nothing, although it changes something. What it takes back itself, or
  /// has from the target, is not there for that.
  private mutating func matchContent() throws(GitError) {
    guard let target, let last = series.steps.last, let base = last.base else { return }
    let trees = facts.graph.trees
    let (old, new) = (trees[base.position], trees[last.commit.position])
    guard old != new,
      try comparison.merges.changesNothing(
        merging: new, into: trees[target.position], base: old)
    else { return }
    for commit in work
    where !isThere(commit) && !isHeld(commit, by: base)
      && !index.reverts.isNamed(commit, by: own.contains)
    {
      add(commit, .content, .content)
    }
  }
}
