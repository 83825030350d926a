import Correlation
import GitModel
import GitStore

/// Finds where the commits of one branch are on the target.
struct SeriesMatcher {
  let series: BranchSeries
  let facts: RepositoryFacts
  let index: TargetIndex
  let patches: PatchTable
  let merges: MergeTrial
  let target: CommitIndex

  /// Where each commit is.
  private(set) var found: [CommitIndex: Set<CommitCopy>] = [:]

  init(
    series: BranchSeries, facts: RepositoryFacts, index: TargetIndex, patches: PatchTable,
    merges: MergeTrial, target: CommitIndex
  ) {
    self.series = series
    self.facts = facts
    self.index = index
    self.patches = patches
    self.merges = merges
    self.target = target
  }

  /// The commits that change something, in the order of the branch.
  private lazy var work: [CommitIndex] = series.steps.flatMap(\.added).filter { commit in
    !facts.graph.isMerge(commit) && (try? patches.isEmpty(commit)) == false
  }

  private var isComplete: Bool {
    mutating get { work.allSatisfy { found[$0] != nil } }
  }

  /// Looks at what is cheap first, and stops once every commit is found.
  mutating func match() throws(GitError) {
    matchMessages()
    for commit in work { try matchLikely(commit) }
    // Squashes are looked for even where every commit has a copy: a copy may have been reverted since.
    try matchPatches()
    if isComplete { return }
    try matchSubjects()
    if isComplete { return }
    try matchContent()
  }

  /// What the target's messages say: picked from, squashed of, the number of the pull request.
  private mutating func matchMessages() {
    for commit in work {
      for copy in index.picks(of: commit) { add(commit, .rebase(copy), .listedCommit) }
      for copy in index.squashes(of: commit) { add(commit, .squash(copy), .listedCommit) }
    }
    if facts.pullRequestHeads.isEmpty { return }
    for (place, step) in series.steps.enumerated() {
      let numbers = facts.pullRequestHeads.numbers(at: facts.graph.id(of: step.commit))
      for number in numbers {
        for copy in index.commits(ofPullRequest: number) {
          for covered in series.steps[...place].flatMap(\.added) {
            add(covered, .squash(copy), .pullRequest(number))
          }
        }
      }
    }
  }

  /// The target's commits by the same author at the same time, or with the same title, if they make the same
  /// change.
  private mutating func matchLikely(_ commit: CommitIndex) throws(GitError) {
    for candidate in index.likely(copiesOf: commit) where candidate != commit {
      guard let paths = try patches.paths(of: commit), try patches.paths(of: candidate) == paths,
        let key = try patches.key(of: commit), try patches.key(of: candidate) == key
      else { continue }
      add(commit, .rebase(candidate), .patch)
    }
  }

  /// The target's commits that make the same change as one commit or as several that follow each other.
  private mutating func matchPatches() throws(GitError) {
    guard let base = series.steps.compactMap(\.base).min() else { return }
    for commit in work where found[commit] == nil {
      let alike = try index.withSamePaths(as: patches.paths(of: commit), after: base)
      for candidate in alike {
        if let key = try patches.key(of: commit), try patches.key(of: candidate) == key {
          add(commit, .rebase(candidate), .patch)
        }
      }
    }
    // A branch may be squashed more than once, each time what was new since.
    var starts: Set<Int> = [0]
    let singles = singles
    for start in series.steps.indices {
      if start > 0, hasLanded(before: start) { starts.insert(start) }
      guard starts.contains(start) else { continue }
      for end in try matchSquashes(from: start, besides: singles) { starts.insert(end + 1) }
    }
  }

  /// Whether everything before a step is found.
  private mutating func hasLanded(before start: Int) -> Bool {
    series.steps[start - 1].added.allSatisfy { found[$0] != nil || !work.contains($0) }
  }

  /// Finds commits that hold the steps from `start` to some other one.
  ///
  /// - Parameter singles: The target's commits that are copies of single commits.
  /// - Returns: The places of the last steps.
  private mutating func matchSquashes(
    from start: Int, besides singles: Set<CommitIndex>
  ) throws(GitError) -> [Int] {
    var ends: [Int] = []
    for end in series.steps.indices[start...] {
      let step = series.steps[end]
      guard let base = step.base else { continue }
      var from = base
      if start > 0 {
        let before = series.steps[start - 1]
        // Behind a merge of the target, the difference to an earlier step holds others' work too.
        guard before.base == base else { continue }
        from = before.commit
      }
      if start == end, series.steps[start].added.count == 1, found[step.commit] != nil {
        ends.append(end)
        continue
      }
      let difference = PatchTable.Difference(
        old: facts.graph.trees[from.position], new: facts.graph.trees[step.commit.position])
      let alike = try index.withSamePaths(as: patches.paths(of: difference), after: base)
      let covered = series.steps[start...end].flatMap(\.added)
      for candidate in alike where covered.count == 1 || !singles.contains(candidate) {
        guard let reason = try reason(for: candidate, holding: difference) else { continue }
        let isSingle = covered.count == 1
        for commit in covered {
          add(commit, isSingle ? .rebase(candidate) : .squash(candidate), reason)
        }
        ends.append(end)
      }
    }
    return ends
  }

  /// Why a commit of the target holds a difference; `nil` where it does not.
  private func reason(
    for candidate: CommitIndex, holding difference: PatchTable.Difference
  ) throws(GitError) -> CommitCopy.Reason? {
    if let key = try patches.key(of: difference), try patches.key(of: candidate) == key {
      return .patch
    }
    // The lines around may have changed: then merging what was new gives the commit all the same.
    guard let before = facts.graph.firstParent(of: candidate), let base = difference.old,
      try merges.gives(
        facts.graph.trees[candidate.position], merging: difference.new,
        into: facts.graph.trees[before.position], base: base)
    else { return nil }
    return .mergeResult
  }

  /// The target's commits whose messages list the titles of the branch's commits, as forges write them.
  private mutating func matchSubjects() throws(GitError) {
    guard !facts.identities.isEmpty, let base = series.steps.compactMap(\.base).min() else {
      return
    }
    let subjects = work.map { facts.identities[$0.position].subject }
    for candidate in index.commits(after: base) {
      guard let titles = try index.titles(in: candidate) else { continue }
      let listed = subjects.prefix { titles.listed.contains($0) }.count
      // One title alone may be anybody's; with a number behind it, it is the title that a forge gave.
      var count = listed >= 2 ? listed : 0
      if count == 0, let first = subjects.first, titles.numberedTitle == first,
        try sharesFiles(candidate, with: work[0])
      {
        count = 1
      }
      for commit in work.prefix(count) { add(commit, .squash(candidate), .listedSubjects) }
    }
  }

  /// Whether two commits touch a file in common.
  private func sharesFiles(_ one: CommitIndex, with other: CommitIndex) throws(GitError) -> Bool {
    guard let left = try patches.changes(of: patches.difference(of: one)),
      let right = try patches.changes(of: patches.difference(of: other))
    else { return false }
    let paths = Set(left.map(\.path))
    return right.contains { paths.contains($0.path) }
  }

  /// Whether merging the branch would change nothing, although it changes something.
  private mutating func matchContent() throws(GitError) {
    guard let last = series.steps.last, let base = last.base else { return }
    let trees = facts.graph.trees
    let (old, new) = (trees[base.position], trees[last.commit.position])
    guard old != new,
      try merges.changesNothing(merging: new, into: trees[target.position], base: old)
    else { return }
    for commit in work where found[commit] == nil { add(commit, .content, .content) }
  }

  /// The target's commits that are known as the copy of a single commit. Merging what came before such a
  /// commit too would give it as well, so that it must not be taken for a squash.
  private var singles: Set<CommitIndex> {
    Set(
      found.values.joined().compactMap { copy in
        if case .rebase(let commit) = copy.way { commit } else { nil }
      })
  }

  private mutating func add(
    _ commit: CommitIndex, _ way: LandingWay, _ reason: CommitCopy.Reason
  ) {
    guard way.copy != commit else { return }
    found[commit, default: []].insert(CommitCopy(way: way, reason: reason))
  }
}
