package import GitModel
package import Plans

/// The trailers that the branch of a commit suggests for its message.
package struct TrailerSuggestion: Hashable, Sendable {
  /// The plans that the branch belongs to.
  package var plans: [PlanKey]
  /// The milestone that the branch is for. Without its plan among `plans` it is left out.
  package var milestone: MilestoneID?
  /// What starts a comment line in the message file.
  package var commentPrefix: [UInt8]

  package init(
    plans: [PlanKey], milestone: MilestoneID? = nil,
    commentPrefix: [UInt8] = CommentPrefix.standard
  ) {
    self.plans = plans
    self.milestone = milestone
    self.commentPrefix = commentPrefix
  }

  /// Returns the trailers to insert into a message file, comments and scissors included.
  ///
  /// None where the message refers to a plan already, also by `none`, and none for `fixup!` and its
  /// like: git demands that their message stays.
  package func trailers(for messageFile: some Collection<UInt8>) -> [Trailer] {
    let message = MessageCleanup(mode: .strip, commentPrefix: commentPrefix).cleaned(messageFile)
    let options = TrailerOptions.messageFile(commentPrefix: commentPrefix)
    guard !Exemption.isFixup(subject: MessageSubject.subject(of: message)),
      MessageReferences(of: message, options: options) == nil
    else { return [] }
    var trailers = plans.map { Trailer(key: PlanReference.keys[0], value: $0.description) }
    if let milestone, plans.contains(.id(milestone.plan)) {
      trailers.append(Trailer(key: PlanReference.keys[1], value: milestone.description))
    }
    return trailers
  }
}
