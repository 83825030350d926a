/// The line under which `git commit -v` and `--cleanup=scissors` put what is no message.
enum ScissorsLine {
  /// What follows the comment prefix on the line, line feed included: git demands the whole line.
  static let tail = Array(" ------------------------ >8 ------------------------\n".utf8)

  /// How far the `>` is from the end of the comment prefix.
  private static let markOffset = 26

  /// Returns the offset of the first scissors line, `nil` without one.
  static func start(in text: MessageText, commentPrefix: [UInt8]) -> Int? {
    guard !commentPrefix.isEmpty else { return nil }
    var position = 0
    while let mark = MessageText.firstIndex(
      of: UInt8(ascii: ">"), in: text.bytes, from: position, to: text.end)
    {
      position = mark + 1
      let start = mark - markOffset - commentPrefix.count
      guard start >= 0, start == 0 || text[start - 1] == ASCII.lineFeed else { continue }
      if text.has(commentPrefix, at: start), text.has(tail, at: start + commentPrefix.count) {
        return start
      }
    }
    return nil
  }
}
