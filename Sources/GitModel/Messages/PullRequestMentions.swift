/// The pull requests that a message names as those its commit came with.
package enum PullRequestMentions {
  /// Returns the mentions, those that speak for themselves first: the title, what a forge writes below it, the
  /// lines from the last to the first. They may be of several forges, since histories move.
  ///
  /// - Parameter merge: What the message says as a merge.
  package static func all(
    in message: UnsafeRawBufferPointer, merge: MergeMessage?
  ) -> [PullRequestMention] {
    MessageText.with(message) { text in
      let request = merge?.pullRequest
      return [request, titleMention(of: text, isRead: request != nil)].compactMap(\.self)
        + PullRequestTrailer.mentions(in: text)
    }
  }

  /// Reads the number at the title's end, or else the title of a merge that a person changed.
  ///
  /// - Parameter isRead: Whether the title has been understood as a merge's.
  private static func titleMention(of text: MessageText, isRead: Bool) -> PullRequestMention? {
    let lines = MessageSubject.titleLines(of: text)
    guard let first = lines.first, let last = lines.last else { return nil }
    if text[last.upperBound - 1] == UInt8(ascii: ")"),
      let mention = PullRequestSubject.mention(in: text.string(last))
    {
      return mention
    }
    guard !isRead, text.has(opening, at: first.lowerBound) else { return nil }
    let line = text.bytes[first]
    return MergeMessageForm.changedTitles.lazy.compactMap { $0.match(line)?.pullRequest }.first
  }

  private static let opening = Array("Merge pull request #".utf8)
}
