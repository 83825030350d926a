/// Adds trailers to a message file, as `git interpret-trailers --if-exists addIfDifferent` does for a
/// prepare-commit-msg hook.
///
/// What the file holds stays byte for byte. A trailer that the block already has is not added again; one
/// that the block has without a value, as templates do, gets it there; others join the block, or make one:
/// after the message and before the comments, the scissors and what else git appended to the file.
package struct TrailerInsertion: Hashable, Sendable {
  package var trailers: [Trailer]
  /// How the file is read. A message file keeps its leading blank lines.
  package var options: TrailerOptions

  package init(_ trailers: [Trailer], options: TrailerOptions = .messageFile) {
    self.trailers = trailers
    self.options = options
  }

  /// Returns the file's bytes with the missing trailers added.
  package func applied(to message: some Collection<UInt8>) -> [UInt8] {
    var bytes = Array(message)
    var others: [Trailer] = []
    for trailer in trailers {
      if let place = emptyPlace(for: trailer, in: bytes) {
        bytes.replaceSubrange(place, with: Array(" \(trailer.value)".utf8))
      } else {
        others.append(trailer)
      }
    }
    return adding(others, to: bytes)
  }

  private func adding(_ trailers: [Trailer], to bytes: [UInt8]) -> [UInt8] {
    let (block, location, scissors) = MessageText.with(bytes) { text in
      (
        TrailerParser.block(in: text, options: options),
        TrailerBlockLocator(text: text, options: options).locate(),
        ScissorsLine.start(in: text, commentPrefix: options.commentPrefix) ?? text.end
      )
    }
    var missing: [Trailer] = []
    for trailer in trailers
    where !(block?.trailers ?? []).contains(where: { isSame($0, trailer) })
      && !missing.contains(where: { isSame($0, trailer) })
    {
      missing.append(trailer)
    }
    guard !missing.isEmpty else { return bytes }

    let lineEnd = usesCarriageReturns(bytes[..<scissors]) ? [0x0D, 0x0A] : [ASCII.lineFeed]
    let lines = missing.flatMap { Array($0.description.utf8) + lineEnd }
    guard holdsText(bytes[..<location.upperBound]) else {
      // The person's subject goes on the first line, which stays empty for it.
      let separator = bytes.isEmpty || startsWithBlankLine(bytes) ? [] : lineEnd
      return lineEnd + lineEnd + lines + separator + bytes
    }
    let end = endOfText(in: bytes, before: location.upperBound)
    let head = bytes[..<end]
    let closing = head.last == ASCII.lineFeed ? [] : lineEnd
    return head + closing + (block == nil ? lineEnd : []) + lines + bytes[end...]
  }

  /// Returns the blanks behind the separator of a trailer in the block that has this key and no value.
  private func emptyPlace(for trailer: Trailer, in bytes: [UInt8]) -> Range<Int>? {
    MessageText.with(bytes) { text in
      let locator = TrailerBlockLocator(text: text, options: options)
      let block = locator.locate()
      var position = block.lowerBound
      while position < block.upperBound {
        let next = text.nextLine(after: position, limit: block.upperBound)
        if let separator = locator.separator(ofLineAt: position), separator > position,
          Trailer(key: text.string(text.trimmed(position..<separator)), value: "")
            .hasKey(trailer.key),
          text.trimmed((separator + 1)..<next).isEmpty,
          next == block.upperBound || !ASCII.isSpace(text[next])
        {
          var end = separator + 1
          while end < next, text[end] == ASCII.space || text[end] == ASCII.tab { end += 1 }
          return (separator + 1)..<end
        }
        position = next
      }
      return nil
    }
  }

  private func isSame(_ left: Trailer, _ right: Trailer) -> Bool {
    left.hasKey(right.key) && left.value == right.value
  }

  /// Says whether there is anything but comments and blank lines.
  private func holdsText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: ASCII.lineFeed).contains { line in
      !line.allSatisfy(ASCII.isSpace)
        && (options.keepsComments || options.commentPrefix.isEmpty
          || !line.starts(with: options.commentPrefix))
    }
  }

  /// Returns the offset behind the last line before `limit` that is not blank, line feed included.
  private func endOfText(in bytes: [UInt8], before limit: Int) -> Int {
    var end = limit
    while end > 0, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    while end < limit, bytes[end] != ASCII.lineFeed { end += 1 }
    return min(end + 1, limit)
  }

  private func startsWithBlankLine(_ bytes: [UInt8]) -> Bool {
    bytes.prefix { $0 != ASCII.lineFeed }.allSatisfy(ASCII.isSpace)
  }

  /// Says whether the lines end with a carriage return and a line feed: the first one decides.
  private func usesCarriageReturns(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let feed = bytes.firstIndex(of: ASCII.lineFeed), feed > bytes.startIndex else {
      return false
    }
    return bytes[feed - 1] == ASCII.carriageReturn
  }
}
