import GitModel

/// Finds the pull requests through which commits came.
struct PullRequestRule {
  let facts: RepositoryFacts

  /// Returns the pull requests of the merges that brought the given work to the target, of the merges
  /// among the commits, and of squashed commits; by number.
  func pullRequests(of commits: [LinkedCommit]) -> [PullRequest] {
    var found: [Int: PullRequest.Source] = [:]
    for commit in commits {
      if let number = facts.messages[commit.commit]?.pullRequest {
        found[number] = commit.kind == .merge ? .merge : found[number] ?? .squash
      }
      guard commit.kind == .work, case .landed(.merge(let merge)) = commit.state,
        let number = facts.messages[merge]?.pullRequest
      else { continue }
      found[number] = .merge
    }
    return found.sorted { $0.key < $1.key }.map { PullRequest(number: $0, source: $1) }
  }
}
