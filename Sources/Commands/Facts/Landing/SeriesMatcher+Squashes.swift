import Correlation
import GitModel
import GitStore

extension SeriesMatcher {
  /// The target's commits that hold several commits of the branch in one.
  ///
  /// A branch may be squashed as far as it goes, up to some commit, or again and again, each time what was new
  /// since.
  mutating func matchSquashes() throws(GitError) {
    let singles = singles
    var starts: Set<Int> = [0]
    for start in series.steps.indices {
      if start > 0, mayBegin(at: start) { starts.insert(start) }
      guard starts.contains(start), let first = firstOpen(from: start) else { continue }
      for end in series.steps.indices[first...] {
        let isFound = try matchSquash(from: start, through: end, besides: singles)
        if isFound { starts.insert(end + 1) }
      }
    }
  }

  /// Finds commits that hold what the branch has new from one step through another.
  private mutating func matchSquash(
    from start: Int, through end: Int, besides singles: Set<CommitIndex>
  ) throws(GitError) -> Bool {
    let step = series.steps[end]
    guard let base = step.base else { return false }
    var covered = works(through: end, from: start).filter { !isHeld($0, by: base) }
    if covered.isEmpty { return false }
    var from = base
    if start > 0 {
      let before = series.steps[start - 1]
      // Behind a merge of the target, all that landed before is in the base.
      if before.base == base { from = before.commit }
    }
    let difference = difference(from: from, to: step.commit)
    var alike = try index.withSamePaths(as: comparison.patches.paths(of: difference), after: base)
    // What was picked before is not in the squash any more.
    let left = covered.filter { !isSettled($0) }
    var isFound = false
    if !left.isEmpty, left.count < covered.count {
      let paths = try PathSignature(comparison.patches.paths(ofAnyOf: left))
      let others = try index.withSamePaths(as: paths, after: base)
      for candidate in others where isCandidate(candidate) && !singles.contains(candidate) {
        guard try comparison.isMergeResult(candidate, of: difference) else { continue }
        alike.removeAll { $0 == candidate }
        covered = left
        add(covered, candidate, .mergeResult)
        isFound = true
      }
    }
    for candidate in alike
    where isCandidate(candidate) && (covered.count == 1 || !singles.contains(candidate)) {
      guard let reason = try comparison.reason(for: candidate, holding: difference) else {
        continue
      }
      add(covered, candidate, reason)
      isFound = true
    }
    return isFound
  }

  private mutating func add(
    _ covered: [CommitIndex], _ candidate: CommitIndex, _ reason: CommitCopy.Reason
  ) {
    for commit in covered {
      add(commit, covered.count == 1 ? .rebase(candidate) : .squash(candidate), reason)
    }
  }

  /// What changes from one commit to another.
  func difference(from old: CommitIndex, to new: CommitIndex) -> PatchTable.Difference {
    PatchTable.Difference(
      old: facts.graph.trees[old.position], new: facts.graph.trees[new.position])
  }

  /// The commits of work in the steps from one through another.
  func works(through end: Int, from start: Int = 0) -> [CommitIndex] {
    series.steps[start...end].flatMap(\.added).filter(isWork)
  }

  /// The first step at or after `start` with work that is not found yet, or whose copy may be gone again.
  private func firstOpen(from start: Int) -> Int? {
    series.steps.indices[start...].first { place in
      series.steps[place].added.contains { isWork($0) && !isSettled($0) }
    }
  }

  /// Whether something new may begin at a step: what is before it has landed, and it is the first that has not, or
  /// the first behind a merge of the target. In between a search from further back finds the same.
  private func mayBegin(at start: Int) -> Bool {
    let before = series.steps[start - 1]
    guard before.added.allSatisfy({ found[$0] != nil || !isWork($0) }) else { return false }
    return series.steps[start].base != before.base || firstOpen(from: start) == start
  }

  /// Whether a commit of the target has a copy among its ancestors.
  private func isHeld(_ commit: CommitIndex, by base: CommitIndex) -> Bool {
    found[commit]?.contains { copy in
      copy.way.copy.map { facts.graph.isAncestor($0, of: base) } ?? false
    } ?? false
  }

  /// The target's commits that are known as the copy of a single commit. Merging what came before such a
  /// commit too would give it as well, so that it must not be taken for a squash.
  private var singles: Set<CommitIndex> {
    Set(
      found.values.joined().compactMap { copy in
        if case .rebase(let commit) = copy.way { commit } else { nil }
      })
  }
}
