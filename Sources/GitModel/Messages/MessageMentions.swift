/// The commits that a message names in the lines that git itself writes: those it reverts, and those it
/// was picked from; and the pull requests that a forge's revert names instead.
package struct MessageMentions: Hashable, Sendable {
  /// What `This reverts commit <id>` names, in the order of the message. A commit that was squashed of
  /// several reverts has several such lines.
  package var reverted: [CommitName] = []
  /// Of a merge that is reverted, the side that stays: what `changes made to <id>` behind its name says.
  package var kept: [CommitName: CommitName] = [:]
  /// What `Reverts owner/name#12`, `This reverts merge request !12` and titles like `Revert "Title (#12)"` name.
  package var revertedRequests: [PullRequestMention] = []
  /// The title that `Revert "Title"` quotes, where nothing else says what is reverted; a hash that compares with
  /// `CommitIdentity.subject`.
  package var revertedTitle: UInt64?
  /// What `(cherry picked from commit <id>)` names, in the order of the message.
  package var picked: [CommitName] = []

  private static let revertKey = Array("This reverts commit ".utf8)
  private static let keptKeys = [", reversing", "changes made to "].map { Array($0.utf8) }
  private static let pickKey = Array("(cherry picked from commit ".utf8)

  package init() {}

  /// Reads a message.
  ///
  /// Not generic on purpose: it runs once for every commit of a history.
  package init(in message: UnsafeRawBufferPointer) {
    MessageText.with(message) { text in
      var requests = RevertedRequests()
      var title = 0..<0
      var position = 0
      while position < text.end {
        let next = text.nextLine(after: position, limit: text.end)
        var start = position
        while start < next, text[start] == ASCII.space { start += 1 }
        if title.isEmpty { title = text.trimmed(start..<next) }
        if text.has(Self.revertKey, at: start) {
          if let name = Self.name(in: text, at: start + Self.revertKey.count) {
            reverted.append(name)
            kept[name] = Self.kept(
              in: text, at: start + Self.revertKey.count + name.description.utf8.count)
          }
        } else if text.has(Self.pickKey, at: start) {
          if let name = Self.name(in: text, at: start + Self.pickKey.count) {
            picked.append(name)
          }
        } else {
          requests.read(text, line: start..<next)
        }
        position = next
      }
      revertedRequests = requests.mentions(
        in: text, title: title, hasNames: !reverted.isEmpty)
      if reverted.isEmpty { revertedTitle = requests.title(in: text, title: title) }
    }
  }

  /// Reads a message that is held as bytes.
  package init(in message: [UInt8]) {
    self = message.withUnsafeBytes { MessageMentions(in: $0) }
  }

  package var isEmpty: Bool { !isRevert && picked.isEmpty }

  /// Whether the message says that its commit takes something back.
  package var isRevert: Bool {
    !reverted.isEmpty || !revertedRequests.isEmpty || revertedTitle != nil
  }

  /// The side that stays, where the words for it begin at `start`; they go over two lines.
  private static func kept(in text: MessageText, at start: Int) -> CommitName? {
    guard text.has(keptKeys[0], at: start) else { return nil }
    var position = start + keptKeys[0].count
    while position < text.end, ASCII.isSpace(text[position]) { position += 1 }
    guard text.has(keptKeys[1], at: position) else { return nil }
    return name(in: text, at: position + keptKeys[1].count)
  }

  private static func name(in text: MessageText, at start: Int) -> CommitName? {
    var end = start
    while end < text.end, end - start <= 40, ASCII.isHexDigit(text[end]) { end += 1 }
    return CommitName(hex: text.bytes[start..<end])
  }
}
