/// What the message of a merge says about where the work comes from.
package struct MergeMessage: Hashable, Sendable {
  /// The merged branches, in the order of the message. Merged tags and commits are no branches.
  package var branches: [MergedBranch]
  /// The branch that was merged into, `nil` where the message does not say: git leaves out `main`.
  package var into: String?
  /// The number of the pull or merge request.
  package var pullRequest: Int?

  /// In bytes; more than an octopus of a hundred branches. A longer line is not worth the reading.
  private static let longestSubject = 16_384

  package init(branches: [MergedBranch] = [], into: String? = nil, pullRequest: Int? = nil) {
    self.branches = branches
    self.into = into
    self.pullRequest = pullRequest
  }

  /// Reads a commit message by its first line; `nil` where that is none of the known forms.
  package init?(message: some Collection<UInt8>) {
    let line = MessageText.with(message) { text in
      MessageSubject.titleLines(of: text).first.map(text.string)
    }
    guard let line, let merge = MergeMessage(subject: line) else { return nil }
    self = merge
  }

  /// Reads a message's first line; `nil` where it is none of the known forms.
  package init?(subject: some StringProtocol) {
    let subject = String(subject)
    guard subject.utf8.count <= MergeMessage.longestSubject else { return nil }
    for form in MergeMessageForm.forges {
      if let merge = form.match(subject) {
        self = merge
        return
      }
    }
    var parser = MergeTitleParser(subject)
    guard let merge = parser.parse() else { return nil }
    self = merge
  }
}
