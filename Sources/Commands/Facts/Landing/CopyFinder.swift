import Correlation
import GitModel
import GitStore

/// Looks in trees and patches for work that the target holds under other names.
///
/// What messages, authors and titles suggest is tried first. Patches are computed only for commits that
/// change the very same files as a commit of a branch.
final class CopyFinder {
  private let repository: Repository
  private let facts: RepositoryFacts
  private let patches: PatchTable
  private let merges: MergeTrial
  private let budget = SearchBudget()
  /// The tips of branches with work that was not compared with all that may be copies of it.
  private var crowded: Set<CommitIndex> = []

  init(_ repository: Repository, facts: RepositoryFacts) throws(GitError) {
    self.repository = repository
    self.facts = facts
    let reader = try TreeReader(repository)
    patches = PatchTable(repository, graph: facts.graph, reader: reader)
    merges = MergeTrial(repository, reader: reader)
  }

  /// Returns what the core wants to know.
  ///
  /// - Complexity: one look at the tree of each commit of the target that came after the oldest branch that
  ///   is still open left it; patch-ids for a few of them.
  func answers(to questions: LandingQuestions) throws(GitError) -> LandingFacts {
    var answers = LandingFacts()
    guard let target = questions.target, !questions.isEmpty else { return answers }
    let wanted = questions.searches.flatMap(\.series.commits) + questions.reverted
    for commit in wanted where try patches.isEmpty(commit) { answers.emptyCommits.insert(commit) }
    for side in questions.idleMerges where try isVoid(side) { answers.voidMerges.insert(side) }
    let index = TargetIndex(
      repository, facts: facts, of: facts.graph.reachable(from: [target]), wanted: wanted,
      reverts: questions.reverts, patches: patches)
    let comparison = ChangeComparison(graph: facts.graph, patches: patches, merges: merges)
    func match(
      _ searches: [LandingQuestions.Search], in index: TargetIndex, target: CommitIndex?
    ) throws(GitError) {
      for search in Self.youngestFirst(searches) {
        var matcher = try SeriesMatcher(
          search, facts: facts, index: index, comparison: comparison, target: target,
          budget: budget)
        try matcher.match()
        if matcher.isCrowded { crowded.insert(search.series.tip) }
        for (commit, copies) in matcher.found {
          answers.add(copies, of: commit, reverts: questions.reverts)
        }
      }
    }
    try match(questions.searches, in: index, target: target)
    if let commits = questions.furtherCommits {
      let index = TargetIndex(
        repository, facts: facts, of: commits,
        wanted: questions.furtherSearches.flatMap(\.series.commits), reverts: questions.reverts,
        patches: patches)
      try match(questions.furtherSearches, in: index, target: nil)
    }
    let copies = Set(answers.copies.values.joined().compactMap(\.way.copy))
    for pick in questions.picks?.picks(besides: copies) ?? [] {
      guard let reason = try reason(for: pick, comparison) else { continue }
      answers.add(
        [CommitCopy(way: .rebase(pick.copy), reason: reason)], of: pick.original,
        reverts: questions.reverts)
    }
    for commit in questions.reverted {
      let copies = try again(commit, in: index, comparison, target: target)
      answers.add(copies, of: commit, reverts: questions.reverts)
    }
    for twins in questions.twins
    where try comparison.sharesFiles(of: twins.older, with: twins.newer) {
      answers.twins.insert(twins)
    }
    return answers
  }

  /// The older branches come last: they need more of the target to be looked at.
  private static func youngestFirst(
    _ searches: [LandingQuestions.Search]
  ) -> [LandingQuestions.Search] {
    searches.sorted { left, right in
      (left.series.steps.last?.base?.position ?? -1)
        > (right.series.steps.last?.base?.position ?? -1)
    }
  }

  /// Why a commit of a further target is the copy of another one; `nil` where it is none.
  private func reason(
    for pick: PickSearch.Pick, _ comparison: ChangeComparison
  ) throws(GitError) -> CommitCopy.Reason? {
    if pick.isNamed { return .listedCommit }
    guard let paths = try patches.paths(of: pick.original), !paths.isEmpty,
      try patches.paths(of: pick.copy) == paths
    else { return nil }
    return try comparison.reason(for: pick.copy, being: pick.original)
  }

  /// What was not looked at, so that work may count as open that has landed: a sentence for each reason.
  func shortcomings(of questions: LandingQuestions) -> [String] {
    var found: [String] = []
    let unfinished = budget.unfinished.union(questions.unsearched)
    if let newest = unfinished.max() {
      found.append(
        "some open branches have too many commits to look for each part of them on the target, "
          + "'\(name(ofTip: newest))' is one; "
          + "what was squashed of them may be shown as open")
    }
    if let newest = crowded.max() {
      found.append(
        "the target has too many commits that change the same lines as some work to compare them "
          + "all, '\(name(ofTip: newest))' has such work; what landed of it may be shown as open")
    }
    if merges.passedOver > 0 {
      found.append(
        "merges of files longer than 16 MiB were not tried; "
          + "what was squashed of them may be shown as open")
    }
    return found
  }

  private func name(ofTip tip: CommitIndex) -> String {
    facts.branches.first { $0.tips.contains(tip) }?.branch.shorthand
      ?? facts.graph.id(of: tip).abbreviated
  }

  /// A merge that leaves the tree of one parent as it was is void where merging would really have changed it.
  private func isVoid(_ side: KeptSide) throws(GitError) -> Bool {
    let graph = facts.graph
    for other in side.others(in: graph) {
      guard let base = graph.mergeBase(other, side.kept) else { continue }
      let changesNothing = try merges.changesNothing(
        merging: graph.trees[other.position], into: graph.trees[side.kept.position],
        base: graph.trees[base.position])
      if !changesNothing { return true }
    }
    return false
  }

  /// Finds where a commit that was reverted was made again.
  private func again(
    _ commit: CommitIndex, in index: TargetIndex, _ comparison: ChangeComparison,
    target: CommitIndex
  ) throws(GitError) -> Set<CommitCopy> {
    var found: Set<CommitCopy> = []
    for copy in index.picks(of: commit) where copy > commit {
      found.insert(CommitCopy(way: .rebase(copy), reason: .listedCommit))
    }
    let alike = try index.candidates(
      touching: patches.paths(of: commit), holding: patches.difference(of: commit), after: commit)
    for copy in alike.commits {
      if let reason = try comparison.reason(for: copy, being: commit) {
        found.insert(CommitCopy(way: .rebase(copy), reason: reason))
      }
    }
    let difference = patches.difference(of: commit)
    if let old = difference.old,
      try merges.changesNothing(
        merging: difference.new, into: facts.graph.trees[target.position], base: old)
    {
      found.insert(CommitCopy(way: .content, reason: .content))
    }
    if found.isEmpty, !alike.isComplete { crowded.insert(commit) }
    return found
  }
}
