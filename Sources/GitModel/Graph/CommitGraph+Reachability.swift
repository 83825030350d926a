extension CommitGraph {
  /// Returns every commit that `tips` reach, the tips included: `git rev-list <tips>`.
  ///
  /// - Complexity: O(*n*) for *n* commits reached.
  package func reachable(from tips: some Sequence<CommitIndex>) -> CommitSet {
    var reached = emptySet
    reach(from: tips, into: &reached) { _ in }
    return reached
  }

  /// Adds to `reached` what `tips` reach and it does not hold yet, calling `visit` for each.
  ///
  /// Whatever is already in `reached` is taken as explored.
  package func reach(
    from tips: some Sequence<CommitIndex>, into reached: inout CommitSet,
    visit: (CommitIndex) -> Void
  ) {
    var stack: [CommitIndex] = []
    for tip in tips where reached.insert(tip) {
      stack.append(tip)
      visit(tip)
    }
    while let commit = stack.popLast() {
      for parent in parents(of: commit) where reached.insert(parent) {
        stack.append(parent)
        visit(parent)
      }
    }
  }

  /// Returns the commits that `tips` reach and `excluded` do not, newest first:
  /// `git rev-list --topo-order <tips> --not <excluded>`.
  ///
  /// Commits for which `isBorder` holds exclude what they reach as well, themselves included, unless
  /// they are among the tips; those that were met are returned, newest first.
  ///
  /// - Complexity: O(*k* log *k*), *k* being the commits between the tips and the point where
  ///   everything left is excluded.
  package func difference(
    from tips: some Sequence<CommitIndex>, excluding excluded: some Sequence<CommitIndex>,
    isBorder: (CommitIndex) -> Bool = { _ in false }
  ) -> (commits: [CommitIndex], borders: [CommitIndex]) {
    // Places are topological, so taking the highest place first visits every child before its
    // parents: when a commit is taken, all that could exclude it has been seen.
    var queue = CommitQueue()
    for tip in tips { queue.insert(tip, isExcluded: false, isTip: true) }
    for commit in excluded { queue.insert(commit, isExcluded: true, isTip: false) }
    var commits: [CommitIndex] = []
    var borders: [CommitIndex] = []
    while queue.wantedCount > 0, let entry = queue.removeHighest() {
      var isExcluded = entry.isExcluded
      if !entry.isTip, isBorder(entry.commit) {
        borders.append(entry.commit)
        isExcluded = true
      }
      if !isExcluded { commits.append(entry.commit) }
      for parent in parents(of: entry.commit) {
        queue.insert(parent, isExcluded: isExcluded, isTip: false)
      }
    }
    return (commits, borders)
  }

  /// Says whether `ancestor` is reached by `descendant`; a commit reaches itself.
  ///
  /// - Complexity: O(*k* log *k*), *k* being the commits placed between the two.
  package func isAncestor(_ ancestor: CommitIndex, of descendant: CommitIndex) -> Bool {
    if ancestor >= descendant { return ancestor == descendant }
    var queue = CommitQueue()
    queue.insert(descendant, isExcluded: false, isTip: true)
    while let entry = queue.removeHighest(), entry.commit >= ancestor {
      if entry.commit == ancestor { return true }
      for parent in parents(of: entry.commit) where parent >= ancestor {
        queue.insert(parent, isExcluded: false, isTip: false)
      }
    }
    return false
  }

  /// The first-parent chain from `tip` down to a root, newest first: `git log --first-parent`.
  package func mainline(from tip: CommitIndex) -> [CommitIndex] {
    var chain = [tip]
    var commit = tip
    while let parent = firstParent(of: commit) {
      chain.append(parent)
      commit = parent
    }
    return chain
  }

  /// Returns a best common ancestor of two commits, the newest where there are several; `nil` where they
  /// share nothing: `git merge-base`.
  ///
  /// - Complexity: that of `difference` between the two.
  package func mergeBase(_ one: CommitIndex, _ other: CommitIndex) -> CommitIndex? {
    let own = Set(difference(from: [one], excluding: [other]).commits)
    if own.isEmpty { return one }
    return own.lazy.flatMap(parents).filter { !own.contains($0) }.max()
  }
}
