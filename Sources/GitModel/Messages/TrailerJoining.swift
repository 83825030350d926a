/// Makes one block of the paragraphs of trailers at the end of a message file: `git commit` with several
/// `-m` makes a paragraph of each, and git reads the last one alone.
///
/// Only the blank lines between such paragraphs go, and only from the first of them that holds one of
/// `keys`. What the file holds besides stays byte for byte.
package struct TrailerJoining: Hashable, Sendable {
  package var keys: [String]
  package var options: TrailerOptions

  package init(keys: [String], options: TrailerOptions = .messageFile) {
    self.keys = keys
    self.options = options
  }

  /// Returns the file's bytes with one block; `nil` where nothing has to change.
  package func applied(to message: some Collection<UInt8>) -> [UInt8]? {
    let bytes = Array(message)
    let paragraphs = MessageText.with(bytes) { trailerParagraphs(in: $0) }
    guard
      let first = paragraphs.lastIndex(where: {
        !TrailerParser.lines(in: bytes[$0], keys: keys, outsideBlock: false).isEmpty
      }), first > 0
    else { return nil }
    let joined = paragraphs[...first].reversed().flatMap { bytes[$0] }
    return bytes[..<paragraphs[first].lowerBound] + joined + bytes[paragraphs[0].upperBound...]
  }

  /// Returns the paragraphs at the message's end that hold nothing but trailers, the last one first. The
  /// title is none of them.
  private func trailerParagraphs(in text: MessageText) -> [Range<Int>] {
    let locator = TrailerBlockLocator(text: text, options: options)
    var found: [Range<Int>] = []
    var lines: [Range<Int>] = []
    var end = locator.locate().upperBound
    while let start = text.previousLine(before: end) {
      let line = start..<end
      end = start
      guard text.isBlankLine(at: start) else {
        lines.append(line)
        continue
      }
      if lines.isEmpty { continue }
      guard holdsTrailersOnly(lines, locator), let first = lines.last, let last = lines.first else {
        return found
      }
      found.append(first.lowerBound..<last.upperBound)
      lines = []
    }
    return found
  }

  /// Says whether lines, the last one first, are trailers with what continues them.
  private func holdsTrailersOnly(_ lines: [Range<Int>], _ locator: TrailerBlockLocator) -> Bool {
    guard let first = lines.last, locator.isTrailer(lineAt: first.lowerBound) else { return false }
    return lines.allSatisfy { line in
      locator.isTrailer(lineAt: line.lowerBound) || ASCII.isSpace(locator.text[line.lowerBound])
    }
  }
}
