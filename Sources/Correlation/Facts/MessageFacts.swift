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
  /// The pull request that the message names.
  package var pullRequest: Int?
  /// The commits that the message says it reverts, and those it says it was picked from.
  package var mentions = MessageMentions()
  /// The commits that git's own squash message lists, newest first.
  package var squashed: [ObjectID] = []

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
  ///
  /// Not generic on purpose: it runs once for every commit of a history.
  package init(message: UnsafeRawBufferPointer, isMerge: Bool) {
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
    mentions = MessageMentions(in: message)
    squashed = SquashMessage.commits(in: message)
    if pullRequest == nil, Self.mayNamePullRequest(message) {
      pullRequest = PullRequestSubject.number(in: MessageSubject.subject(of: message))
    }
  }

  /// Reads a message that is held as bytes.
  package init(message: [UInt8], isMerge: Bool) {
    self = message.withUnsafeBytes { MessageFacts(message: $0, isMerge: isMerge) }
  }

  /// Whether a line of the first paragraph ends with `)`, as titles with a number do.
  private static func mayNamePullRequest(_ message: UnsafeRawBufferPointer) -> Bool {
    var last: UInt8 = 0
    var isTitle = false
    for byte in message {
      switch byte {
      case UInt8(ascii: "\n"):
        if last == UInt8(ascii: ")") { return true }
        // An empty line ends the title.
        if isTitle, last == 0 { return false }
        last = 0
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      default:
        last = byte
        isTitle = true
      }
    }
    return last == UInt8(ascii: ")")
  }

  /// Whether the message says that its commit belongs to no plan, and names none.
  package var declaresNone: Bool {
    let all = trailers + body
    return !all.isEmpty
      && all.allSatisfy { if case .none = $0 { true } else { false } }
  }

  package var isEmpty: Bool {
    trailers.isEmpty && body.isEmpty && mergedBranches.isEmpty && pullRequest == nil
      && mentions.isEmpty && squashed.isEmpty
  }
}
