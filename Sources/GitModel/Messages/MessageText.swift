/// The bytes of a commit message while they are borrowed, and the questions that git asks of them.
///
/// Offsets count from the start of the message. As for git, a message ends at its first NUL. A value
/// of this type must not outlive the call that it is handed to: the bytes belong to the caller.
struct MessageText {
  let bytes: UnsafeRawBufferPointer
  /// The offset of the first NUL, else the number of bytes.
  let end: Int

  private init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    end = MessageText.firstIndex(of: 0, in: bytes, from: 0, to: bytes.count) ?? bytes.count
  }

  /// Calls `body` with the bytes of `message`, which are copied only where they are not contiguous.
  static func with<Result>(
    _ message: some Collection<UInt8>, _ body: (MessageText) -> Result
  ) -> Result {
    if let result = message.withContiguousStorageIfAvailable({
      body(MessageText(UnsafeRawBufferPointer($0)))
    }) {
      return result
    }
    return Array(message).withUnsafeBytes { body(MessageText($0)) }
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 { bytes[offset] }

  /// Returns the offset behind the line that holds `offset`: past its line feed, or `limit`.
  @inline(__always)
  func nextLine(after offset: Int, limit: Int) -> Int {
    guard
      let feed = MessageText.firstIndex(of: ASCII.lineFeed, in: bytes, from: offset, to: limit)
    else { return limit }
    return feed + 1
  }

  /// Returns the start of the last line that begins before `offset`, `nil` at the message's start.
  ///
  /// A line feed right before `offset` belongs to that line.
  @inline(__always)
  func previousLine(before offset: Int) -> Int? {
    guard offset > 0 else { return nil }
    var position = offset - 1
    while position > 0, bytes[position - 1] != ASCII.lineFeed { position -= 1 }
    return position
  }

  /// Says whether the line that starts at `offset` holds nothing but white space.
  @inline(__always)
  func isBlankLine(at offset: Int) -> Bool {
    var position = offset
    while position < end {
      let byte = bytes[position]
      if byte == ASCII.lineFeed { return true }
      guard ASCII.isSpace(byte) else { return false }
      position += 1
    }
    return true
  }

  /// Says whether `prefix` stands at `offset`. An empty prefix stands nowhere.
  @inline(__always)
  func has(_ prefix: [UInt8], at offset: Int) -> Bool {
    guard let first = prefix.first, offset + prefix.count <= end, bytes[offset] == first else {
      return false
    }
    for index in 1..<max(1, prefix.count) where bytes[offset + index] != prefix[index] {
      return false
    }
    return true
  }

  /// Returns `range` without the white space at both of its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, ASCII.isSpace(bytes[upper - 1]) { upper -= 1 }
    while lower < upper, ASCII.isSpace(bytes[lower]) { lower += 1 }
    return lower..<upper
  }

  /// Returns the text of `range`, with U+FFFD for what is not UTF-8.
  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Returns where `byte` first occurs in a range, looking at eight bytes at a time.
  ///
  /// - Complexity: O(`limit` - `start`).
  @inline(__always)
  static func firstIndex(
    of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int, to limit: Int
  ) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let pattern = ones &* UInt64(byte)
    var position = start
    while position + 8 <= limit {
      // Little-endian order puts the first byte lowest, so that the lowest hit is the first one.
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let difference = word ^ pattern
      let hits = (difference &- ones) & ~difference & highs
      if hits != 0 { return position + hits.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < limit {
      if bytes[position] == byte { return position }
      position += 1
    }
    return nil
  }
}
