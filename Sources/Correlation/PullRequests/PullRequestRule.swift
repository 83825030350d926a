package import GitModel

/// Finds the pull requests through which commits came; the section "Pull requests" of `docs/semantics.md`.
package struct PullRequestRule: Sendable {
  private let facts: RepositoryFacts
  private let landing: Landing
  private let reader: PullRequestReader
  private let nesting: MergeNesting

  /// - Complexity: O(*n*) for *n* commits.
  init(_ facts: RepositoryFacts, landing: Landing) {
    self.facts = facts
    self.landing = landing
    reader = PullRequestReader(facts)
    nesting = MergeNesting(graph: facts.graph, target: facts.target?.commit)
  }

  /// Returns the pull requests of a plan's commits, by number.
  func pullRequests(of commits: [LinkedCommit]) -> [PullRequest] {
    PullRequest.joined(
      commits.flatMap { commit in
        commit.kind == .merge
          ? merges(commit.commit)
          : requests(of: commit.commit, state: commit.state, isWork: commit.kind == .work)
      })
  }

  /// Returns the pull requests through which a commit came to the target, by number; none for a commit that
  /// the target lacks.
  package func pullRequests(bringing commit: CommitIndex) -> [PullRequest] {
    guard landing.reached.contains(commit) else { return [] }
    let isOwnLine = landing.reached.point(of: commit) == commit
    if facts.graph.isMerge(commit) { return PullRequest.joined(merges(commit)) }
    return PullRequest.joined(isOwnLine ? onTarget(commit) : inside(commit))
  }

  /// A merge of the plan counts wherever it stands: it brought work of the plan to a branch at least.
  private func merges(_ merge: CommitIndex) -> [PullRequest] {
    let isNested = landing.reached.point(of: merge) != merge
    return reader.merged(by: merge, isNested: isNested) + tipsBeyondTarget(merge)
  }

  private func requests(
    of commit: CommitIndex, state: LinkedCommit.State, isWork: Bool
  ) -> [PullRequest] {
    if !landing.reached.contains(commit) {
      let own = reader.named(by: commit)
      var found = tipsBeyondTarget(commit)
      // A title with a number is a mention as long as no forge has put the commit on the target.
      if let own, own.evidence == .trailer { found.append(own) }
      if case .landed(let way) = state, let copy = way.copy {
        found += pullRequests(bringing: copy)
      }
      return found
    }
    switch state {
    case .landed(.fastForward): return onTarget(commit)
    case .landed(.merge):
      // What came along with a merge and is no work may be anybody's.
      return isWork ? inside(commit) : []
    case .landed(.rebase(let copy)), .landed(.squash(let copy)):
      return isWork ? pullRequests(bringing: copy) : []
    default: return []
    }
  }

  /// Of a commit on the target's own line.
  private func onTarget(_ commit: CommitIndex) -> [PullRequest] {
    if let named = reader.named(by: commit) { return [named] }
    return reader.tips(onTargetAt: facts.graph.id(of: commit))
  }

  /// Of a commit that merges brought in: the innermost merge of a pull request counts, since those around it
  /// brought many others along.
  private func inside(_ commit: CommitIndex) -> [PullRequest] {
    let own = reader.named(by: commit)
    if let own, own.evidence == .trailer { return [own] }
    var found: [PullRequest] = []
    let merges = nesting.merges(around: commit)
    for (place, merge) in merges.enumerated() {
      found += reader.merged(by: merge, isNested: place < merges.count - 1)
      if found.contains(where: { $0.confidence == .high }) { break }
    }
    // Where no merge tells, the commit may have been squashed on a branch that others work on.
    if found.isEmpty, let own {
      found.append(
        PullRequest(number: own.number, evidence: own.evidence, confidence: .low))
    }
    // The tip of a pull request that came along with another one, as where branches are stacked.
    return found + reader.tips(at: facts.graph.id(of: commit), confidence: .low)
  }

  /// The pull requests whose tip is a commit that the target lacks.
  private func tipsBeyondTarget(_ commit: CommitIndex) -> [PullRequest] {
    landing.reached.contains(commit)
      ? [] : reader.tips(at: facts.graph.id(of: commit), confidence: .high)
  }
}
