/// The title of a commit message.
package enum MessageSubject {
  /// Returns the first paragraph with its lines joined by single spaces, as git's `%s` prints it.
  /// Empty for a message without text.
  package static func subject(of message: some Collection<UInt8>) -> String {
    MessageText.with(message) { text in
      let lines = titleLines(of: text)
      guard lines.count > 1 else { return lines.first.map(text.string) ?? "" }
      var title: [UInt8] = []
      for line in lines {
        if !title.isEmpty { title.append(ASCII.space) }
        title.append(contentsOf: text.bytes[line])
      }
      return String(decoding: title, as: UTF8.self)
    }
  }

  /// Returns the lines of the first paragraph, each without the white space at its end.
  static func titleLines(of text: MessageText) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var position = 0
    while position < text.end {
      let next = text.nextLine(after: position, limit: text.end)
      var end = next
      while end > position, ASCII.isSpace(text[end - 1]) { end -= 1 }
      if end > position {
        lines.append(position..<end)
      } else if !lines.isEmpty {
        break
      }
      position = next
    }
    return lines
  }
}
