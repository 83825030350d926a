package import GitModel

/// Reads of single commits which pull request of this project they came with.
package struct PullRequestReader: Sendable {
  private let facts: RepositoryFacts

  package init(_ facts: RepositoryFacts) { self.facts = facts }

  /// Returns the pull request that a commit's message names as its own: the first that the words leave no
  /// doubt about, else the first at all. `nil` where it names none of this project.
  package func named(by commit: CommitIndex) -> PullRequest? {
    guard let message = facts.messages[commit] else { return nil }
    let isMerge = facts.graph.isMerge(commit)
    let requests = message.pullRequests.lazy.filter(facts.forge.owns).compactMap { mention in
      read(mention, isMerge: isMerge)
    }
    return requests.first { $0.confidence == .high } ?? requests.first
  }

  private func read(_ mention: PullRequestMention, isMerge: Bool) -> PullRequest? {
    let isCertain = mention.isCertain || mention.isCommittedByForge || isMerge
    let confidence: PullRequest.Confidence
    switch facts.pullRequestHeads.verdict(on: mention.number) {
    case .pullRequest: confidence = .high
    case .unknown: confidence = isCertain ? .high : .low
    case .other:
      // Even the words of a forge mean another project's then, from which history was taken over.
      if !mention.isCertain { return nil }
      confidence = .low
    }
    let evidence: PullRequest.Evidence =
      mention.place == .trailer ? .trailer : isMerge ? .merge : .squash
    return PullRequest(number: mention.number, evidence: evidence, confidence: confidence)
  }

  /// Returns the pull request that a merge brought in: the one it names, else the one whose tip it merged.
  ///
  /// - Parameters:
  ///   - isNested: Whether the merge stands on a branch that came in with another merge. Then it may be the
  ///     merge of a pull request in somebody's own copy of the project, with that copy's number.
  ///   - isLikely: Whether the number looks like one of this project.
  func merged(by merge: CommitIndex, isNested: Bool, isLikely: Bool) -> [PullRequest] {
    let sides = facts.graph.parents(of: merge).dropFirst().map(facts.graph.id)
    if let named = named(by: merge), !isNested || named.evidence == .trailer { return [named] }
    if let named = named(by: merge) {
      switch facts.pullRequestHeads.verdict(on: named.number) {
      case .pullRequest:
        if let head = facts.pullRequestHeads[named.number], sides.contains(head) { return [named] }
      case .unknown:
        return [
          PullRequest(
            number: named.number, evidence: named.evidence,
            confidence: isLikely ? named.confidence : .low)
        ]
      case .other: break
      }
    }
    return sides.flatMap { tips(at: $0, confidence: .high) }
  }

  /// Whether a merge's message says that the branch is one of this project itself, not of a copy of it.
  func isOfOwnRepository(_ merge: CommitIndex) -> Bool {
    guard let number = named(by: merge)?.number,
      let mention = facts.messages[merge]?.pullRequests.first(where: { $0.number == number })
    else { return false }
    return facts.forge.isOfOwnRepository(mention)
  }

  /// Whether a commit says that it was picked: its title is that of the other commit.
  func isPicked(_ commit: CommitIndex) -> Bool {
    facts.messages[commit].map { !$0.mentions.picked.isEmpty } ?? false
  }

  /// Returns the pull requests whose tip a commit is. Where there are several, each may be the wrong one.
  func tips(at commit: ObjectID, confidence: PullRequest.Confidence) -> [PullRequest] {
    let numbers = facts.pullRequestHeads.numbers(at: commit)
    return numbers.map { number in
      PullRequest(
        number: number, evidence: .ref, confidence: numbers.count == 1 ? confidence : .low)
    }
  }

  /// Returns the pull requests whose tip a commit of the target's own line is.
  ///
  /// Such a pull request landed by fast-forward, or it never had a commit of its own: whoever proposes the
  /// target of their copy by mistake gets one. On a forge that merges by fast-forward the first is likely.
  func tips(onTargetAt commit: ObjectID) -> [PullRequest] {
    let isLikely = facts.forge.kind == .gitLab || facts.forge.kind == .gerrit
    return tips(at: commit, confidence: isLikely ? .high : .low)
  }
}
