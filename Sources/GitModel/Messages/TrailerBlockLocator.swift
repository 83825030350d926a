/// Finds the trailer block of a message by the rules of `git interpret-trailers` and `git log`.
///
/// In short: the title never is one; the last paragraph is one where all of its lines are trailers, or
/// where at least a quarter of them are and one of these is git's own or configured. Comment lines
/// count for nothing, and what git or an editor appended to the message does not hide the block.
struct TrailerBlockLocator {
  let text: MessageText
  let options: TrailerOptions

  /// Lines that git itself writes: they make a block of a paragraph that also holds other lines.
  private static let gitsOwnPrefixes = [
    Array("Signed-off-by: ".utf8), Array("(cherry picked from commit ".utf8),
  ]
  private static let conflictsHeading = Array("Conflicts:\n".utf8)

  /// Returns the bytes of the block. Empty where there is none, and then placed where one would go.
  func locate() -> Range<Int> {
    let start = messageStart()
    let end = blockEnd(from: start)
    return blockStart(from: start, to: end)..<end
  }

  /// Returns the offset of the first line that counts.
  private func messageStart() -> Int {
    guard options.skipsLeadingBlankLines else { return 0 }
    var position = 0
    while position < text.end, text.isBlankLine(at: position) {
      position = text.nextLine(after: position, limit: text.end)
    }
    return position
  }

  /// Returns where the message proper ends: before the scissors, and before a tail of comments, empty
  /// lines and the list of conflicts that old versions of git left in the message.
  private func blockEnd(from start: Int) -> Int {
    let limit = options.endsAtDivider ? divider(from: start) : text.end
    var cutoff = limit
    if let scissors = ScissorsLine.start(in: text, commentPrefix: options.commentPrefix),
      scissors >= start
    {
      cutoff = min(cutoff, scissors)
    }
    var tail: Int?
    var isInConflicts = false
    var position = start
    while position < cutoff {
      if isComment(at: position) || text[position] == ASCII.lineFeed {
        // git keeps the tail's start in a number whose zero means "none": the first line of a message
        // never starts the tail, the line after it may.
        if tail == nil, position > start { tail = position }
      } else if text.has(Self.conflictsHeading, at: position) {
        isInConflicts = true
        if tail == nil, position > start { tail = position }
      } else if !(isInConflicts && text[position] == ASCII.tab), tail != nil {
        tail = nil
        isInConflicts = false
      }
      position = text.nextLine(after: position, limit: limit)
    }
    return tail ?? cutoff
  }

  /// Returns the start of the first line of three hyphens and white space, else the message's end.
  private func divider(from start: Int) -> Int {
    let hyphens = [ASCII.hyphen, ASCII.hyphen, ASCII.hyphen]
    var position = start
    while position < text.end {
      if text.has(hyphens, at: position), position + 3 < text.end, ASCII.isSpace(text[position + 3])
      {
        return position
      }
      position = text.nextLine(after: position, limit: text.end)
    }
    return text.end
  }

  /// Returns the start of the block that ends at `end`, or `end` where the last paragraph is none.
  private func blockStart(from start: Int, to end: Int) -> Int {
    let titleEnd = self.titleEnd(from: start, to: end)
    var tally = ParagraphTally()
    var onlyBlankSoFar = true
    var position = end
    while position > start, let line = text.previousLine(before: position), line >= titleEnd {
      position = line
      if isComment(at: line) {
        tally.addComment()
        continue
      }
      if text.isBlankLine(at: line) {
        if onlyBlankSoFar { continue }
        tally.finish()
        return tally.isTrailerBlock ? text.nextLine(after: line, limit: text.end) : end
      }
      onlyBlankSoFar = false
      if Self.gitsOwnPrefixes.contains(where: { text.has($0, at: line) }) {
        tally.addTrailer(isRecognised: true)
      } else if let separator = separator(ofLineAt: line), separator > line {
        tally.addTrailer(
          isRecognised: !options.configuredKeys.isEmpty && isConfigured(line..<separator))
      } else if ASCII.isSpace(text[line]) {
        tally.addContinuation()
      } else {
        tally.addOther()
      }
    }
    return end
  }

  /// Returns the end of the title paragraph. Comment lines belong to it.
  private func titleEnd(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, isComment(at: position) || !text.isBlankLine(at: position) {
      position = text.nextLine(after: position, limit: text.end)
    }
    return position
  }

  /// Says whether the line at `start` is a trailer or a line that git itself writes among them.
  func isTrailer(lineAt start: Int) -> Bool {
    if isComment(at: start) { return false }
    if Self.gitsOwnPrefixes.contains(where: { text.has($0, at: start) }) { return true }
    guard let separator = separator(ofLineAt: start) else { return false }
    return separator > start
  }

  @inline(__always)
  private func isComment(at offset: Int) -> Bool {
    !options.keepsComments && text.has(options.commentPrefix, at: offset)
  }

  /// Returns where the separator of the line at `start` is: behind letters, digits and hyphens, then
  /// blanks at most. `nil` where anything else comes first.
  func separator(ofLineAt start: Int) -> Int? {
    var sawBlank = false
    var position = start
    while position < text.end {
      let byte = text[position]
      if options.separators.contains(byte) { return position }
      if !sawBlank, ASCII.isAlphanumeric(byte) || byte == ASCII.hyphen {
        position += 1
      } else if position > start, byte == ASCII.space || byte == ASCII.tab {
        sawBlank = true
        position += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// Says whether a configured name or key starts with the token; git takes a prefix for the key.
  private func isConfigured(_ token: Range<Int>) -> Bool {
    options.configuredKeys.contains { key in
      let bytes = key.utf8
      return bytes.count >= token.count
        && zip(token, bytes).allSatisfy { ASCII.lowercased(text[$0]) == ASCII.lowercased($1) }
    }
  }
}
