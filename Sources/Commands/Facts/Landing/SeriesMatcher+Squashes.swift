import Correlation
import GitModel
import GitStore

extension SeriesMatcher {
  /// The target's commits that hold several commits of the branch in one.
  ///
  /// A branch may be squashed as far as it goes, up to some commit, or again and again, each time what was new
  /// since.
  ///
  /// - Complexity: O(*n*) for *n* steps and each place at which a new part may begin, as long as the budget lasts.
  mutating func matchSquashes() throws(GitError) {
    let singles = singles
    var starts: Set<Int> = [0]
    var first = 0
    for start in series.steps.indices {
      if start > 0, mayBegin(at: start) { starts.insert(start) }
      guard starts.contains(start) else { continue }
      // What is found stays found: the first open step only moves on.
      guard let open = firstOpen(from: max(start, first)) else { return }
      first = open
      var stretch: Stretch?
      for end in series.steps.indices[first...] {
        guard try grow(&stretch, from: start, to: end) else { return }
        guard let grown = stretch, try match(grown, through: end, besides: singles) else {
          continue
        }
        starts.insert(end + 1)
        // What is found now is no longer left.
        stretch = nil
      }
    }
  }

  /// Makes a stretch, or adds a step to it; there is none where the branch shares nothing with the target.
  ///
  /// - Returns: Whether the budget lasted.
  private func grow(
    _ stretch: inout Stretch?, from start: Int, to end: Int
  ) throws(GitError) -> Bool {
    let step = series.steps[end]
    let patches = comparison.patches
    guard let base = step.base else { return budget.spend(1, on: series.tip) }
    if var grown = stretch, grown.base == base,
      let changes = try patches.changes(of: patches.difference(of: step.commit))
    {
      stretch = nil
      for change in changes { grown.add(change) }
      for commit in step.added { try add(commit, to: &grown) }
      stretch = grown
      return budget.spend(1 + changes.count, on: series.tip)
    }
    var from = base
    if start > 0 {
      let before = series.steps[start - 1]
      // Behind a merge of the target, all that landed before is in the base.
      if before.base == base { from = before.commit }
    }
    var made = Stretch(from: from, base: base)
    stretch = nil
    let changes = try patches.changes(of: difference(from: from, to: step.commit))
    guard budget.spend(end - start + (changes?.count ?? 1), on: series.tip) else { return false }
    guard let changes else { return true }
    for change in changes { made.add(change) }
    for commit in works(through: end, from: start) { try add(commit, to: &made) }
    stretch = made
    return true
  }

  private func add(_ commit: CommitIndex, to stretch: inout Stretch) throws(GitError) {
    guard isWork(commit), !isHeld(commit, by: stretch.base) else { return }
    stretch.covered.append(commit)
    if isSettled(commit) { return }
    stretch.left.append(commit)
    let patches = comparison.patches
    for change in try patches.changes(of: patches.difference(of: commit)) ?? [] {
      stretch.filesLeft.insert(change.path)
    }
  }

  /// Finds commits that hold what the branch has new in a stretch that ends at a step.
  private mutating func match(
    _ stretch: Stretch, through end: Int, besides singles: Set<CommitIndex>
  ) throws(GitError) -> Bool {
    var covered = stretch.covered
    if covered.isEmpty { return false }
    let difference = difference(from: stretch.from, to: series.steps[end].commit)
    var alike = try candidates(
      for: covered, touching: stretch.signature, holding: difference, after: stretch.base)
    // What was picked before is not in the squash any more.
    var isFound = false
    if !stretch.left.isEmpty, stretch.left.count < covered.count {
      let others = try candidates(
        for: stretch.left, touching: stretch.filesLeft.signature, holding: difference,
        after: stretch.base)
      for candidate in others where !singles.contains(candidate) {
        guard try comparison.isMergeResult(candidate, of: difference) else { continue }
        alike.removeAll { $0 == candidate }
        covered = stretch.left
        add(covered, candidate, .mergeResult)
        isFound = true
      }
    }
    for candidate in alike where covered.count == 1 || !singles.contains(candidate) {
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

  /// The first step at or after `start` that is open.
  private func firstOpen(from start: Int) -> Int? {
    series.steps.indices[start...].first(where: isOpen)
  }

  /// Whether a step has work that is not found yet, or whose copy may be gone again.
  private func isOpen(_ step: Int) -> Bool {
    series.steps[step].added.contains { isWork($0) && !isSettled($0) }
  }

  /// Whether something new may begin at a step: what is before it has landed, and it is the first that has not, or
  /// the first behind a merge of the target. In between a search from further back finds the same.
  private func mayBegin(at start: Int) -> Bool {
    let before = series.steps[start - 1]
    guard before.added.allSatisfy({ found[$0] != nil || !isWork($0) }) else { return false }
    return series.steps[start].base != before.base || isOpen(start)
  }

  /// Whether a commit of the target has a copy among its ancestors, and none of them takes that back.
  func isHeld(_ commit: CommitIndex, by base: CommitIndex) -> Bool {
    func isBelow(_ other: CommitIndex) -> Bool { facts.graph.isAncestor(other, of: base) }
    return found[commit]?.contains { copy in
      copy.way.copy.map { isBelow($0) && !index.reverts.isNamed($0, by: isBelow) } ?? false
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
