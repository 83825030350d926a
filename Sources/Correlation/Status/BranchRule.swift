import GitModel

/// Says where a branch stands towards the target.
struct BranchRule {
  let facts: RepositoryFacts
  let landings: LandingMap
  let links: LinkTable

  /// Returns the state of a branch that configuration or its name gives to a plan.
  func answer(for branch: BranchFacts, plan: Int, isPlanBranch: Bool) -> BranchAnswer {
    let ahead = BranchOwnership.unlanded(
      from: branch.tips, graph: facts.graph, landings: landings
    ).count
    let state: BranchAnswer.State
    if ahead > 0, !branch.isRecordedEmpty {
      state = .open
    } else if isEmpty(branch, plan: plan) {
      state = .empty
    } else {
      state = .merged
    }
    return BranchAnswer(
      branch: branch.branch, state: state,
      integration: state == .merged ? integration(of: branch.head) : nil,
      ahead: state == .empty ? 0 : ahead, isPlanBranch: isPlanBranch)
  }

  /// A branch without own commits is work in progress, though its tip is an ancestor of the target.
  ///
  /// Where it began is recorded by `start`: then it is empty unless a commit since belongs to the plan.
  /// Without a record (another clone, a branch made by hand), a tip that stands on the target's first-parent
  /// chain and that is no commit of the plan looks just like a fresh branch.
  private func isEmpty(_ branch: BranchFacts, plan: Int) -> Bool {
    if branch.isRecordedEmpty { return true }
    guard landings.point(of: branch.head) == branch.head else { return false }
    if let base = branch.base {
      let own = facts.graph.difference(from: [branch.head], excluding: [base]).commits
      return !own.contains { isLinked($0, to: plan) }
    }
    // A merge of the target into the branch is nobody's: the commit below it tells.
    var tip = branch.head
    while facts.graph.isMerge(tip), links.links(of: tip).isEmpty,
      let below = facts.graph.firstParent(of: tip)
    {
      tip = below
    }
    return !isLinked(tip, to: plan)
  }

  private func isLinked(_ commit: CommitIndex, to plan: Int) -> Bool {
    links.links(of: commit).contains { $0.plan == plan }
  }

  private func integration(of tip: CommitIndex) -> BranchAnswer.Integration? {
    switch landings.way(of: tip) {
    case .merge: .merge
    case .fastForward: .fastForward
    case nil: nil
    }
  }
}
