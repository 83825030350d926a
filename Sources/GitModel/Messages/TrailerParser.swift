/// Reads trailers as git does.
///
/// With the default options the result equals git's `%(trailers:only,unfold)`, which was compared over
/// the whole history of git/git and others. Messages are bytes, since they need not be UTF-8.
package enum TrailerParser {
  /// Returns the trailers of the message's final block, in order.
  package static func trailers(
    of message: some Collection<UInt8>, options: TrailerOptions = .history
  ) -> [Trailer] {
    block(in: message, options: options)?.trailers ?? []
  }

  /// Returns the message's trailer block, `nil` without one.
  ///
  /// - Complexity: O(length of the message); strings are made for the trailers alone.
  package static func block(
    in message: some Collection<UInt8>, options: TrailerOptions = .history
  ) -> TrailerBlock? {
    MessageText.with(message) { block(in: $0, options: options) }
  }

  /// Returns the lines that look like `Key: value` for one of `keys`, as trailers, in order.
  ///
  /// The key is compared without regard to case and may be indented. Unlike trailers, such lines count
  /// alone: what follows on the next line is not part of the value. With `outsideBlock`, lines of the
  /// trailer block are left out; lines under the scissors always are.
  package static func lines(
    in message: some Collection<UInt8>, keys: [String], outsideBlock: Bool,
    options: TrailerOptions = .history
  ) -> [Trailer] {
    let lowercasedKeys = keys.map { $0.utf8.map(ASCII.lowercased) }
    return MessageText.with(message) { text in
      lines(in: text, keys: lowercasedKeys, outsideBlock: outsideBlock, options: options)
    }
  }

  static func block(in text: MessageText, options: TrailerOptions) -> TrailerBlock? {
    let locator = TrailerBlockLocator(text: text, options: options)
    let range = locator.locate()
    guard !range.isEmpty else { return nil }
    var block = TrailerBlock(range: range, trailers: [])
    var position = range.lowerBound
    while position < range.upperBound {
      let next = text.nextLine(after: position, limit: range.upperBound)
      guard let separator = locator.separator(ofLineAt: position), separator > position,
        separator < next
      else {
        position = next
        continue
      }
      var valueEnd = next
      while valueEnd < range.upperBound, ASCII.isSpace(text[valueEnd]) {
        valueEnd = text.nextLine(after: valueEnd, limit: range.upperBound)
      }
      block.trailers.append(
        Trailer(
          key: text.string(text.trimmed(position..<separator)),
          value: unfolded(text.trimmed((separator + 1)..<valueEnd), of: text)))
      position = valueEnd
    }
    return block
  }

  /// Returns a value with each line feed and the white space behind it made one space.
  private static func unfolded(_ range: Range<Int>, of text: MessageText) -> String {
    guard
      MessageText.firstIndex(
        of: ASCII.lineFeed, in: text.bytes, from: range.lowerBound, to: range.upperBound) != nil
    else { return text.string(range) }
    var value: [UInt8] = []
    value.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      position += 1
      if byte == ASCII.lineFeed {
        value.append(ASCII.space)
        while position < range.upperBound, ASCII.isSpace(text[position]) { position += 1 }
      } else {
        value.append(byte)
      }
    }
    return String(decoding: value, as: UTF8.self)
  }

  private static func lines(
    in text: MessageText, keys: [[UInt8]], outsideBlock: Bool, options: TrailerOptions
  ) -> [Trailer] {
    var found: [(offset: Int, trailer: Trailer)] = []
    var position = 0
    while position < text.end {
      let next = text.nextLine(after: position, limit: text.end)
      if let trailer = line(position..<next, of: text, keys: keys) {
        found.append((position, trailer))
      }
      position = next
    }
    // Most messages hold none, and only then is it worth to know where block and scissors are.
    guard !found.isEmpty else { return [] }
    let scissors = ScissorsLine.start(in: text, commentPrefix: options.commentPrefix) ?? text.end
    let block = outsideBlock ? TrailerBlockLocator(text: text, options: options).locate() : 0..<0
    return found.filter { $0.offset < scissors && !block.contains($0.offset) }.map(\.trailer)
  }

  private static func line(_ range: Range<Int>, of text: MessageText, keys: [[UInt8]]) -> Trailer? {
    var start = range.lowerBound
    while start < range.upperBound, text[start] == ASCII.space || text[start] == ASCII.tab {
      start += 1
    }
    guard start < range.upperBound else { return nil }
    let first = ASCII.lowercased(text[start])
    for key in keys where key.first == first && start + key.count < range.upperBound {
      var end = start + 1
      while end < start + key.count, ASCII.lowercased(text[end]) == key[end - start] { end += 1 }
      guard end == start + key.count else { continue }
      var separator = end
      while separator < range.upperBound,
        text[separator] == ASCII.space || text[separator] == ASCII.tab
      {
        separator += 1
      }
      guard separator < range.upperBound, text[separator] == ASCII.colon else { continue }
      return Trailer(
        key: text.string(start..<end),
        value: text.string(text.trimmed((separator + 1)..<range.upperBound)))
    }
    return nil
  }
}
