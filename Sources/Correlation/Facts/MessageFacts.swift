package import GitModel
package import Plans

/// What a commit's message says about plans, merged branches and pull requests.
package struct MessageFacts: Hashable, Sendable {
  /// What the trailers of the final block name.
  package var trailers: [PlanReference] = []
  /// What the same lines elsewhere in the message name.
  package var body: [PlanReference] = []
  /// The branches that a merge's message says it merged, in the order of the message.
  package var mergedBranches: [String] = []
  /// The pull requests that the message names as those the commit came with, of whatever project; those that
  /// speak for themselves first.
  package var pullRequests: [PullRequestMention] = []
  /// The commits that the message says it reverts, and those it says it was picked from.
  package var mentions = MessageMentions()
  /// The commits that git's own squash message lists, newest first.
  package var squashed: [ObjectID] = []

  package init(
    trailers: [PlanReference] = [], body: [PlanReference] = [], mergedBranches: [String] = [],
    pullRequests: [PullRequestMention] = []
  ) {
    self.trailers = trailers
    self.body = body
    self.mergedBranches = mergedBranches
    self.pullRequests = pullRequests
  }

  /// Reads a message.
  ///
  /// - Parameters:
  ///   - message: The message's bytes, as the commit object holds them.
  ///   - isMerge: Whether the commit has several parents: only then does its title name merged branches.
  ///   - isCommittedByForge: Whether GitHub made the commit.
  ///
  /// Not generic on purpose: it runs once for every commit of a history.
  package init(
    message: UnsafeRawBufferPointer, isMerge: Bool, isCommittedByForge: Bool = false
  ) {
    let keys = PlanReference.keys
    // The search through the lines is cheap and nearly always fruitless; the trailer block is looked
    // for only where it found something.
    if !TrailerParser.lines(in: message, keys: keys, outsideBlock: false).isEmpty {
      trailers = TrailerParser.trailers(of: message)
        .flatMap { PlanReference.references(inValueOf: $0) }
      body = TrailerParser.lines(in: message, keys: keys, outsideBlock: true)
        .flatMap { PlanReference.references(inValueOf: $0) }
    }
    let merge = MergeMessage(message: message)
    if isMerge, let merge { mergedBranches = merge.branches.map(\.name) }
    pullRequests = PullRequestMentions.all(in: message, merge: merge)
    if isCommittedByForge {
      for index in pullRequests.indices { pullRequests[index].isCommittedByForge = true }
    }
    mentions = MessageMentions(in: message)
    squashed = SquashMessage.commits(in: message)
  }

  /// Reads a message that is held as bytes.
  package init(message: [UInt8], isMerge: Bool, isCommittedByForge: Bool = false) {
    self = message.withUnsafeBytes {
      MessageFacts(message: $0, isMerge: isMerge, isCommittedByForge: isCommittedByForge)
    }
  }

  /// Whether the message says that its commit belongs to no plan, and names none.
  package var declaresNone: Bool {
    let all = trailers + body
    return !all.isEmpty
      && all.allSatisfy { if case .none = $0 { true } else { false } }
  }

  package var isEmpty: Bool {
    trailers.isEmpty && body.isEmpty && mergedBranches.isEmpty && pullRequests.isEmpty
      && mentions.isEmpty && squashed.isEmpty
  }
}
