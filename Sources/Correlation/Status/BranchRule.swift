import GitModel

/// Says where a branch stands towards the target.
struct BranchRule {
  let facts: RepositoryFacts
  let landing: Landing
  let further: FurtherTargets
  let links: LinkTable
  let kinds: [CommitIndex: ChangeKind]
  /// Commits that change nothing.
  let emptyCommits: Set<CommitIndex>

  /// Returns the state of a branch of a plan.
  ///
  /// - Parameters:
  ///   - linked: The commits of the plan.
  ///   - isPlanBranch: Whether configuration or its name gives the branch to the plan.
  func answer(
    for branch: BranchFacts, plan: Int, linked: [CommitIndex], isPlanBranch: Bool
  ) -> BranchAnswer {
    var unreached = BranchOwnership.unlanded(
      from: branch.tips, graph: facts.graph, landings: landing.reached)
    if !branch.isFurtherTarget { unreached = further.beyondLines(unreached) }
    // Merges of the target alone bring nothing that could land: the branch is where it was before them.
    let tip = unreached.allSatisfy(facts.graph.isMerge) ? tipBelowMerges(branch) : nil
    let (state, way, ahead) =
      if !unreached.isEmpty, !branch.isRecordedEmpty, tip == nil {
        unreachedState(unreached, tip: branch.head)
      } else if isEmpty(branch, tip: tip ?? branch.head, plan: plan) {
        (BranchAnswer.State.empty, nil, 0)
      } else {
        reachedState(tip ?? branch.head, linked: linked)
      }
    return BranchAnswer(
      branch: branch.branch, state: state, integration: way, ahead: ahead,
      isPlanBranch: isPlanBranch,
      isCutOff: state == .open
        && (unreached.contains(where: facts.shallowBorder.contains) || targetIsCutOff(from: branch))
    )
  }

  /// Whether the target's history ends at the border of a shallow clone before it meets a branch.
  private func targetIsCutOff(from branch: BranchFacts) -> Bool {
    guard !facts.shallowBorder.isEmpty, let target = facts.target?.commit else { return false }
    return facts.graph.difference(from: [target], excluding: branch.tips).commits
      .contains(where: facts.shallowBorder.contains)
  }

  private typealias State = (
    state: BranchAnswer.State, way: BranchAnswer.Integration?, ahead: Int
  )

  /// A branch with commits that the target does not reach has landed where it holds them under other names.
  private func unreachedState(_ commits: [CommitIndex], tip: CommitIndex) -> State {
    let changing = commits.filter { !facts.graph.isMerge($0) && !emptyCommits.contains($0) }
    // Empty commits and merges of the target tell of no work that could have landed.
    guard !changing.isEmpty else { return (.open, nil, commits.count) }
    var ways: Set<BranchAnswer.Integration> = []
    var missing = 0
    for commit in changing {
      switch landing.standing(of: commit) {
      case .landed(let way): ways.insert(way.integration)
      case .withdrawn: break
      case .missing, .reverted: missing += 1
      }
    }
    if missing > 0 { return (.open, nil, missing) }
    // Where only the other side of the branch is an old form of it, the tip tells.
    if let way = landing.taken.way(of: tip) { return (.merged, way.integration, 0) }
    let way = [BranchAnswer.Integration.content, .squash, .rebase].first(where: ways.contains)
    return (.merged, way, 0)
  }

  /// A branch that the target reaches is open again where its work was taken back or never taken.
  private func reachedState(_ tip: CommitIndex, linked: [CommitIndex]) -> State {
    let lost = linked.filter { commit in
      guard commit <= tip, landing.reached.landedTogether(commit, tip),
        (kinds[commit] ?? .work) == .work, !facts.graph.isMerge(commit)
      else { return false }
      switch landing.standing(of: commit) {
      case .reverted, .missing: return true
      case .landed, .withdrawn: return false
      }
    }
    if !lost.isEmpty { return (.open, nil, lost.count) }
    return (.merged, landing.reached.way(of: tip)?.integration, 0)
  }

  /// A branch without own commits is work in progress, though its tip is an ancestor of the target.
  ///
  /// Where it began is recorded by `start`: then it is empty unless a commit since belongs to the plan.
  /// Without a record (another clone, a branch made by hand), a tip that stands on the target's first-parent
  /// chain and that is no commit of the plan looks just like a fresh branch.
  private func isEmpty(_ branch: BranchFacts, tip: CommitIndex, plan: Int) -> Bool {
    if branch.isRecordedEmpty { return true }
    guard landing.reached.point(of: tip) == tip || further.isOnLine(tip) else { return false }
    if let base = branch.base {
      let own = facts.graph.difference(from: [tip], excluding: [base]).commits
      return !own.contains { isLinked($0, to: plan) }
    }
    // A merge of the target into the branch is nobody's: the commit below it tells.
    var tip = tip
    while facts.graph.isMerge(tip), links.links(of: tip).isEmpty,
      let below = facts.graph.firstParent(of: tip)
    {
      tip = below
    }
    return !isLinked(tip, to: plan)
  }

  /// The newest commit of a branch's own line that the target reaches, behind nothing but merges; `nil` where the
  /// branch has another side that the target lacks.
  private func tipBelowMerges(_ branch: BranchFacts) -> CommitIndex? {
    guard branch.upstreamHead == nil else { return nil }
    var tip = branch.head
    while !landing.reached.contains(tip) {
      guard let parent = facts.graph.firstParent(of: tip) else { return nil }
      tip = parent
    }
    return tip
  }

  private func isLinked(_ commit: CommitIndex, to plan: Int) -> Bool {
    links.links(of: commit).contains { $0.plan == plan }
  }
}
