internal import GitModel
package import Plans

/// What a commit's message says about plans, merged branches and pull requests.
package struct MessageFacts: Hashable, Sendable {
  /// What the trailers of the final block name.
  package var trailers: [PlanReference] = []
  /// What the same lines elsewhere in the message name.
  package var body: [PlanReference] = []
  /// The branches that a merge's message says it merged, in the order of the message.
  package var mergedBranches: [String] = []
  /// The pull request that the message names.
  package var pullRequest: Int?

  package init(
    trailers: [PlanReference] = [], body: [PlanReference] = [], mergedBranches: [String] = [],
    pullRequest: Int? = nil
  ) {
    self.trailers = trailers
    self.body = body
    self.mergedBranches = mergedBranches
    self.pullRequest = pullRequest
  }

  /// Reads a message.
  ///
  /// - Parameters:
  ///   - message: The message's bytes, as the commit object holds them.
  ///   - isMerge: Whether the commit has several parents: only then does its title name merged branches.
  package init(message: some Collection<UInt8>, isMerge: Bool) {
    let keys = PlanReference.keys
    // The search through the lines is cheap and nearly always fruitless; the trailer block is looked
    // for only where it found something.
    if !TrailerParser.lines(in: message, keys: keys, outsideBlock: false).isEmpty {
      trailers = TrailerParser.trailers(of: message)
        .flatMap { PlanReference.references(inValueOf: $0) }
      body = TrailerParser.lines(in: message, keys: keys, outsideBlock: true)
        .flatMap { PlanReference.references(inValueOf: $0) }
    }
    if isMerge, let merge = MergeMessage(message: message) {
      mergedBranches = merge.branches.map(\.name)
      pullRequest = merge.pullRequest
    }
    if pullRequest == nil, message.contains(UInt8(ascii: "#")) {
      pullRequest = PullRequestSubject.number(in: MessageSubject.subject(of: message))
    }
  }

  /// Whether the message says that its commit belongs to no plan, and names none.
  package var declaresNone: Bool {
    let all = trailers + body
    return !all.isEmpty
      && all.allSatisfy { if case .none = $0 { true } else { false } }
  }

  package var isEmpty: Bool {
    trailers.isEmpty && body.isEmpty && mergedBranches.isEmpty && pullRequest == nil
  }
}
