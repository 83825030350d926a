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
    let wanted = questions.series.flatMap(\.commits) + questions.reverted
    for commit in wanted where try patches.isEmpty(commit) { answers.emptyCommits.insert(commit) }
    for merge in questions.idleMerges where try isVoid(merge) { answers.voidMerges.insert(merge) }
    let index = TargetIndex(
      repository, facts: facts, target: target, wanted: wanted, patches: patches)
    for commit in questions.reverted {
      try findAgain(commit, in: index, &answers)
    }
    // The youngest branches first: the older ones need more of the target to be looked at.
    let series = questions.series.sorted { left, right in
      (left.steps.last?.base?.position ?? -1) > (right.steps.last?.base?.position ?? -1)
    }
    for series in series {
      var matcher = SeriesMatcher(
        series: series, facts: facts, index: index, patches: patches, merges: merges,
        target: target)
      try matcher.match()
      for (commit, copies) in matcher.found {
        for copy in copies { answers.add(copy, of: commit) }
      }
    }
    return answers
  }

  /// A merge that leaves the tree as it was is void where merging would really have changed it.
  private func isVoid(_ merge: CommitIndex) throws(GitError) -> Bool {
    let graph = facts.graph
    guard let first = graph.firstParent(of: merge) else { return false }
    for side in graph.parents(of: merge).dropFirst() {
      guard let base = graph.mergeBase(side, first) else { continue }
      let changesNothing = try merges.changesNothing(
        merging: graph.trees[side.position], into: graph.trees[first.position],
        base: graph.trees[base.position])
      if !changesNothing { return true }
    }
    return false
  }

  /// Finds where a commit that was reverted was made again.
  private func findAgain(
    _ commit: CommitIndex, in index: TargetIndex, _ answers: inout LandingFacts
  ) throws(GitError) {
    guard let key = try patches.key(of: commit) else { return }
    for copy in index.picks(of: commit) where copy > commit {
      answers.add(CommitCopy(way: .rebase(copy), reason: .listedCommit), of: commit)
    }
    let alike = try index.withSamePaths(as: patches.paths(of: commit), after: commit)
    for copy in alike where copy > commit {
      if try patches.key(of: copy) == key {
        answers.add(CommitCopy(way: .rebase(copy), reason: .patch), of: commit)
      }
    }
  }
}
