import GitModel

/// The commits that came as the pull requests which reverts name.
struct RequestCommits {
  private let facts: RepositoryFacts
  /// The commits whose own messages name a pull request.
  private var named: [Int: [CommitIndex]] = [:]
  /// The merges of a pull request's tip.
  private var merges: [Int: [CommitIndex]] = [:]

  /// - Parameter requests: Those that will be asked for, of whatever project.
  /// - Complexity: O(*n*) for *n* commits where a pull request is asked for, else O(1).
  init(_ facts: RepositoryFacts, requests: [PullRequestMention]) {
    self.facts = facts
    let wanted = Set(requests.filter(facts.forge.owns).map(\.number))
    if wanted.isEmpty { return }
    let reader = PullRequestReader(facts)
    for (commit, message) in facts.messages
    where message.pullRequests.contains(where: { wanted.contains($0.number) }) {
      if let request = reader.named(by: commit), wanted.contains(request.number) {
        named[request.number, default: []].append(commit)
      }
    }
    var heads: [CommitIndex: [Int]] = [:]
    for number in wanted where named[number] == nil {
      if let head = head(of: number) { heads[head, default: []].append(number) }
    }
    if heads.isEmpty { return }
    for commit in (0..<facts.graph.count).map({ CommitIndex($0) }) {
      for side in facts.graph.parents(of: commit).dropFirst() {
        for number in heads[side] ?? [] { merges[number, default: []].append(commit) }
      }
    }
  }

  /// Returns the commits by which a pull request of this project came to where a revert of it stands: those that
  /// name it, else the merges of its tip, else what it proposed, which came under other names.
  func commits(of request: PullRequestMention, before revert: CommitIndex) -> [CommitIndex] {
    guard facts.forge.owns(request) else { return [] }
    if let commits = named[request.number] ?? merges[request.number] { return commits }
    guard let head = head(of: request.number) else { return [] }
    return facts.graph.difference(from: [head], excluding: [revert]).commits
  }

  private func head(of number: Int) -> CommitIndex? {
    facts.pullRequestHeads[number].flatMap(facts.graph.index)
  }
}
