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
    nesting = MergeNesting(
      graph: facts.graph, target: facts.target?.commit, border: facts.shallowBorder)
  }

  /// Returns the pull requests of a plan's commits, by number.
  func pullRequests(of commits: [LinkedCommit]) -> [PullRequest] {
    PullRequest.joined(commits.lazy.filter(counts).flatMap { requests(of: $0.commit) })
  }

  /// Returns the pull requests of a commit, by number.
  package func pullRequests(of commit: CommitIndex) -> [PullRequest] {
    PullRequest.joined(requests(of: commit))
  }

  /// Whether a commit's pull requests are those of its plan.
  private func counts(_ commit: LinkedCommit) -> Bool {
    if commit.kind == .merge || !landing.reached.contains(commit.commit) { return true }
    switch commit.state {
    case .landed(.fastForward): return true
    // What came along with a merge and is no work may be anybody's.
    case .landed: return commit.kind == .work
    case .reverted, .withdrawn, .open, .unreachable: return false
    }
  }

  private func requests(of commit: CommitIndex) -> [PullRequest] {
    let isReached = landing.reached.contains(commit)
    var found = isReached ? [] : reader.tips(at: facts.graph.id(of: commit), confidence: .high)
    if facts.graph.isMerge(commit) {
      // It brought work to a branch at least.
      let isNested = landing.reached.point(of: commit) != commit
      return reader.merged(by: commit, isNested: isNested, isLikely: isOfProject(commit)) + found
    }
    if case .landed(let way) = landing.standing(of: commit), let copy = way.copy {
      found += requests(of: copy)
    } else if isReached {
      found += landing.reached.point(of: commit) == commit ? onTarget(commit) : inside(commit)
    }
    if !isReached, let own = reader.named(by: commit), own.evidence == .trailer {
      // A title with a number is a mention as long as no forge has put the commit on the target.
      found.append(own)
    }
    return found
  }

  /// Of a commit on the target's own line.
  private func onTarget(_ commit: CommitIndex) -> [PullRequest] {
    if let named = reader.named(by: commit) { return [named] }
    return reader.tips(onTargetAt: facts.graph.id(of: commit))
  }

  /// Of a commit that merges brought in: its own number, else the innermost merge of a pull request, since those
  /// around it, as of a release, brought many others along.
  private func inside(_ commit: CommitIndex) -> [PullRequest] {
    let own = reader.named(by: commit)
    if let own, own.evidence == .trailer { return [own] }
    var found: [PullRequest] = []
    if let own, own.confidence == .high, !nesting.isForeign(commit) {
      found.append(own)
      // What was picked keeps the number with which it came before.
      if !reader.isPicked(commit) { return found }
    }
    var foreign: [PullRequest] = []
    let merges = nesting.merges(around: commit)
    for (place, merge) in merges.enumerated() {
      let requests = reader.merged(
        by: merge, isNested: place < merges.count - 1, isLikely: isOfProject(merge))
      if nesting.isForeign(merge) { foreign += requests } else { found += requests }
      if requests.contains(where: { $0.confidence == .high }) { break }
    }
    // The history may be this project's from a time when it was kept elsewhere.
    if found.isEmpty { found = foreign }
    // Where no merge tells, the commit may have been squashed on a branch that others work on.
    if found.isEmpty, let own {
      found.append(
        PullRequest(number: own.number, evidence: own.evidence, confidence: .low))
    }
    // The tip of a pull request that came along with another one, as where branches are stacked.
    return found + reader.tips(at: facts.graph.id(of: commit), confidence: .low)
  }

  /// Whether the number that a nested merge names looks like one of this project. A copy of the project counts
  /// from 1 again, so that its numbers are far below those that the target had at the time.
  private func isOfProject(_ merge: CommitIndex) -> Bool {
    guard let outermost = nesting.merges(around: merge).last else { return true }
    if nesting.isForeign(merge) { return false }
    if reader.isOfOwnRepository(merge), reader.isOfOwnRepository(outermost) { return true }
    guard let number = reader.named(by: merge)?.number else { return true }
    var place: CommitIndex? = outermost
    for _ in 0..<Self.longestSearch {
      guard let commit = place else { break }
      if let last = reader.named(by: commit)?.number { return number > last / Self.longestWait }
      place = facts.graph.firstParent(of: commit)
    }
    return true
  }

  /// How many times as many pull requests a project may have when an old one is merged. In real projects it is
  /// less than three.
  private static let longestWait = 4
  /// In commits. Where none of so many names a number, the project's numbers are not known.
  private static let longestSearch = 1_000
}
