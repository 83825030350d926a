/// The start of the comment lines in a message file.
package enum CommentPrefix {
  /// What git writes unless it is configured otherwise.
  package static let standard: [UInt8] = [ASCII.hash]

  /// The characters that `core.commentChar = auto` chooses from, in git's order.
  private static let candidates = Array("#;@!$%^&|:".utf8)

  /// Returns the prefix that git chose for a message file under `core.commentChar = auto`: that of the
  /// scissors line, else of the last line with text, since git's comments come last.
  package static func automatic(in message: some Collection<UInt8>) -> [UInt8] {
    MessageText.with(message) { text in
      for candidate in candidates
      where ScissorsLine.start(in: text, commentPrefix: [candidate]) != nil {
        return [candidate]
      }
      var position = text.end
      while let line = text.previousLine(before: position) {
        position = line
        if text.isBlankLine(at: line) { continue }
        return candidates.contains(text[line]) ? [text[line]] : standard
      }
      return standard
    }
  }
}
