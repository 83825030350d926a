import GitModel

/// Finds the pull requests through which commits came.
struct PullRequestRule {
  let facts: RepositoryFacts

  /// Returns the pull requests of the merges that brought the given work to the target, of the merges
  /// among the commits, and of squashed commits; by number.
  ///
  /// A forge puts a squashed commit straight on the target: elsewhere a number in a subject is a mention,
  /// of an issue as likely as of a pull request.
  func pullRequests(of commits: [LinkedCommit]) -> [PullRequest] {
    var found: [Int: PullRequest.Source] = [:]
    for commit in commits {
      if let number = facts.messages[commit.commit]?.pullRequest {
        if commit.kind == .merge {
          found[number] = .merge
        } else if commit.state == .landed(.fastForward) {
          found[number] = found[number] ?? .squash
        }
      }
      guard commit.kind == .work, case .landed(let way) = commit.state else { continue }
      switch way {
      case .merge(let merge):
        if let number = facts.messages[merge]?.pullRequest { found[number] = .merge }
      case .squash(let copy), .rebase(let copy):
        if let number = facts.messages[copy]?.pullRequest {
          found[number] = found[number] ?? .squash
        }
      case .fastForward, .content: break
      }
    }
    return found.sorted { $0.key < $1.key }.map { PullRequest(number: $0, source: $1) }
  }
}
