import Correlation
import GitModel
import GitStore

/// The one pass over history.
struct HistoryReader {
  let graph: CommitGraph
  let messages: [CommitIndex: MessageFacts]
  /// By the commit's place in the graph.
  let identities: [CommitIdentity]
  /// What messages hold of the titles of other commits, where they do.
  let squashTitles: [CommitIndex: SquashTitles]
  /// Commits that the repository should hold and does not.
  let missing: [ObjectID]

  /// Reads every commit that `tips` reach, each once.
  ///
  /// - Complexity: O(*n* log *n*) for *n* commits.
  init(_ repository: Repository, tips: [ObjectID]) throws(GitError) {
    var builder = CommitGraphBuilder()
    var found: [(position: Int, message: MessageFacts)] = []
    var read: [CommitIdentity] = []
    var listed: [(position: Int, titles: SquashTitles)] = []
    let summary = try repository.walk(from: tips) { id, commit, message in
      let facts = MessageFacts(
        message: message, isMerge: commit.isMerge, isCommittedByForge: commit.isCommittedByGitHub)
      if !facts.isEmpty { found.append((builder.count, facts)) }
      let titles = SquashTitles(in: message)
      if !titles.isEmpty { listed.append((builder.count, titles)) }
      read.append(CommitIdentity(commit, message: message))
      builder.add(
        id, tree: commit.tree, parents: commit.parents, committerTime: Int64(commit.committerTime))
    }
    let (graph, places) = builder.finish()
    self.graph = graph
    var messages: [CommitIndex: MessageFacts] = [:]
    messages.reserveCapacity(found.count)
    for (position, message) in found { messages[places[position]] = message }
    self.messages = messages
    squashTitles = Dictionary(
      uniqueKeysWithValues: listed.map { (places[$0.position], $0.titles) })
    var identities = read
    for (position, identity) in read.enumerated() {
      identities[places[position].position] = identity
    }
    self.identities = identities
    missing = summary.missing
  }
}
