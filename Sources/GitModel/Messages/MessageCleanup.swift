/// Turns the bytes of a message file into the message that git will keep.
package struct MessageCleanup: Hashable, Sendable {
  package var mode: CleanupMode
  /// What starts a comment line: `core.commentChar`, or several bytes of `core.commentString`.
  package var commentPrefix: [UInt8]
  /// Whether the message ends at the scissors in every mode, as under `git commit -v`.
  package var cutsAtScissors: Bool

  package init(
    mode: CleanupMode = .strip, commentPrefix: [UInt8] = CommentPrefix.standard,
    cutsAtScissors: Bool = true
  ) {
    self.mode = mode
    self.commentPrefix = commentPrefix
    self.cutsAtScissors = cutsAtScissors
  }

  /// Returns what git keeps of `message`. It ends with one line feed, or it is empty.
  package func cleaned(_ message: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(message)
    var kept = bytes[...]
    if cutsAtScissors || mode == .scissors {
      let scissors = MessageText.with(bytes) {
        ScissorsLine.start(in: $0, commentPrefix: commentPrefix)
      }
      if let scissors { kept = bytes[..<scissors] }
    }
    return mode == .verbatim ? Array(kept) : stripped(kept)
  }

  /// Does what `git stripspace` does, with `-s` in the mode `strip`.
  private func stripped(_ message: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(message.count + 1)
    var sawBlankLine = false
    var rest = message
    while !rest.isEmpty {
      var line = rest.prefix { $0 != ASCII.lineFeed }
      rest = rest[min(line.endIndex + 1, rest.endIndex)...]
      // A comment is no blank line either: paragraphs around it stay together.
      if mode == .strip, !commentPrefix.isEmpty, line.starts(with: commentPrefix) { continue }
      while let last = line.last, ASCII.isSpace(last) { line.removeLast() }
      if line.isEmpty {
        sawBlankLine = true
        continue
      }
      if sawBlankLine, !result.isEmpty { result.append(ASCII.lineFeed) }
      sawBlankLine = false
      result.append(contentsOf: line)
      result.append(ASCII.lineFeed)
    }
    return result
  }
}
