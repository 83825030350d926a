/// The titles that a squash commit's message holds of the commits it was made of, as hashes that compare
/// with `CommitIdentity.subject`.
///
/// GitHub, Bitbucket and others write one line for each commit, `* Title`; of a single commit its title
/// becomes that of the squash commit, with the number of the pull request behind it.
package struct SquashTitles: Hashable, Sendable {
  /// The message's own title without a number such as `(#12)` behind it; `nil` where there is none.
  package var numberedTitle: UInt64?
  /// The titles in list items.
  package var listed: Set<UInt64> = []

  /// A longer list is no list of commits that anybody squashed.
  private static let listLimit = 2_000

  /// Whether the message holds nothing of the kind.
  package var isEmpty: Bool { numberedTitle == nil && listed.isEmpty }

  /// Reads a message.
  package init(in message: some Collection<UInt8>) {
    MessageText.with(message) { text in
      let lines = MessageSubject.titleLines(of: text)
      if let first = lines.first, lines.count == 1, let end = Self.numberStart(in: text, first) {
        numberedTitle = Self.hash(text, text.trimmed(first.lowerBound..<end))
      }
      var position = lines.last?.upperBound ?? text.end
      while position < text.end {
        let next = text.nextLine(after: position, limit: text.end)
        let line = text.trimmed(position..<next)
        if line.count > 2, text[line.lowerBound + 1] == ASCII.space,
          text[line.lowerBound] == UInt8(ascii: "*") || text[line.lowerBound] == ASCII.hyphen
        {
          listed.insert(Self.hash(text, text.trimmed((line.lowerBound + 2)..<line.upperBound)))
        }
        position = next
      }
      if listed.count > Self.listLimit { listed = [] }
    }
  }

  /// Where the number at the end of a line begins: `(#12)`, `(!12)` or `(pull request #12)`.
  private static func numberStart(in text: MessageText, _ line: Range<Int>) -> Int? {
    guard line.count > 4, text[line.upperBound - 1] == UInt8(ascii: ")") else { return nil }
    var position = line.upperBound - 1
    let end = position
    while position > line.lowerBound, ASCII.isDigit(text[position - 1]) { position -= 1 }
    guard position < end else { return nil }
    for prefix in ["(#", "(!", "(pull request #"] {
      let start = position - prefix.utf8.count
      if start >= line.lowerBound, text.has(Array(prefix.utf8), at: start) { return start }
    }
    return nil
  }

  private static func hash(_ text: MessageText, _ range: Range<Int>) -> UInt64 {
    var hash = FNVHash()
    hash.combine(text.bytes[range])
    return hash.value
  }
}
