/// What the message of a merge says about where the work comes from.
package struct MergeMessage: Hashable, Sendable {
  /// The merged branches, in the order of the message. Merged tags and commits are no branches.
  package var branches: [MergedBranch]
  /// The branch that was merged into, `nil` where the message does not say: git leaves out `main`.
  package var into: String?
  /// The project that was merged into, as a forge spells it.
  package var project: String?
  /// The pull or merge request.
  package var pullRequest: PullRequestMention?

  /// In bytes; more than an octopus of a hundred branches. A longer line is not worth the reading.
  private static let longestLine = 16_384

  package init(
    branches: [MergedBranch] = [], into: String? = nil, project: String? = nil,
    pullRequest: PullRequestMention? = nil
  ) {
    self.branches = branches
    self.into = into
    self.project = project
    self.pullRequest = pullRequest
  }

  /// Reads a commit message by its first line, and by what forges write below it; `nil` where none of these
  /// lines has a known form.
  package init?(message: some Collection<UInt8>) {
    guard let merge = MessageText.with(message, MergeMessage.init(text:)) else { return nil }
    self = merge
  }

  /// Reads a message's first line; `nil` where it is none of the known forms.
  package init?(subject: some StringProtocol) {
    let merge = MessageText.with(Array(subject.utf8)) { text in
      MergeMessage(title: text, 0..<text.end)
    }
    guard let merge else { return nil }
    self = merge
  }

  init?(text: MessageText) {
    let title = MessageSubject.titleLines(of: text).first
    var merge = title.flatMap { MergeMessage(title: text, $0) }
    var position = title?.upperBound ?? text.end
    while position < text.end {
      let next = text.nextLine(after: position, limit: text.end)
      if let line = MergeMessage(line: text, position..<next) {
        merge = (merge ?? MergeMessage()).completed(by: line)
      }
      position = next
    }
    guard let merge else { return nil }
    self = merge
  }

  /// Reads a line as the title.
  private init?(title text: MessageText, _ range: Range<Int>) {
    guard range.count <= Self.longestLine,
      Self.openings.contains(where: { text.has($0, at: range.lowerBound) })
    else { return nil }
    let line = Array(text.bytes[range])
    for form in MergeMessageForm.titles {
      if let merge = form.match(line) {
        self = merge
        return
      }
    }
    var parser = MergeTitleParser(text.string(range))
    guard let merge = parser.parse() else { return nil }
    self = merge
  }

  /// Reads a line below the title.
  private init?(line text: MessageText, _ range: Range<Int>) {
    guard range.count <= Self.longestLine,
      text.has(Self.lineOpening, at: range.lowerBound)
        || text.has(Self.requestOpening, at: range.lowerBound)
    else { return nil }
    let line = Array(text.bytes[text.trimmed(range)])
    for form in MergeMessageForm.lines {
      if let merge = form.match(line) {
        self = merge
        return
      }
    }
    return nil
  }

  /// Returns what the title says together with what a line below it says. The title counts more, but of
  /// several lines with a number the last does: a forge writes it below what people wrote.
  private func completed(by line: MergeMessage) -> MergeMessage {
    var merge = self
    if merge.branches.isEmpty { merge.branches = line.branches }
    merge.into = merge.into ?? line.into
    merge.project = merge.project ?? line.project
    if let request = line.pullRequest { merge.pullRequest = request }
    if merge.pullRequest?.project == nil { merge.pullRequest?.project = merge.project }
    return merge
  }

  /// How titles begin that are worth to be matched.
  private static let openings = [
    "Merge", "Pull request #", "Auto merge of #", "auto merge of #", "Rollup merge of #",
  ].map { Array($0.utf8) }
  private static let requestOpening = Array("See merge request ".utf8)
  private static let lineOpening = Array("Merge in ".utf8)
}
