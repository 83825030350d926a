/// The lines of a text, found by their numbers. A line ends with `\n`, `\r\n` or `\r`, as in CommonMark.
package struct SourceLines {
  private let bytes: ArraySlice<UInt8>
  /// The index of the first byte of each line.
  private let starts: [Int]
  /// The number that the first line counts as.
  package let firstNumber: Int

  package init(of bytes: ArraySlice<UInt8>, firstNumber: Int = 1) {
    self.bytes = bytes
    self.firstNumber = firstNumber
    var starts: [Int] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      starts.append(start)
      start = Self.end(ofLineAt: start, in: bytes)
    }
    self.starts = starts
  }

  /// The number of the line behind the last one.
  package var endNumber: Int { firstNumber + starts.count }

  /// Returns the indices of a line with its line end; an empty range at the end of the text where there is
  /// no such line.
  package func range(of number: Int) -> Range<Int> {
    let index = number - firstNumber
    guard starts.indices.contains(index) else { return bytes.endIndex..<bytes.endIndex }
    return starts[index]..<(index + 1 < starts.count ? starts[index + 1] : bytes.endIndex)
  }

  /// Returns a line without its line end.
  package func content(of number: Int) -> ArraySlice<UInt8> {
    // Removing from a slice would copy it.
    var line = bytes[range(of: number)]
    if line.last == UInt8(ascii: "\n") { line = line.dropLast() }
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    return line
  }

  /// Whether a line holds nothing but blanks.
  package func isBlank(_ number: Int) -> Bool { content(of: number).allSatisfy(\.isBlank) }

  /// Returns the bytes that end a line; none where the text ends with it.
  package func lineEnd(of number: Int) -> ArraySlice<UInt8> {
    bytes[content(of: number).endIndex..<range(of: number).upperBound]
  }

  /// Returns the 1-based column of a byte of a line, counted in code points.
  package func column(of index: Int, in number: Int) -> Int {
    let start = range(of: number).lowerBound
    return bytes[start..<max(start, index)].count { $0 & 0xC0 != 0x80 } + 1
  }

  private static func end(ofLineAt start: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { return index }
      if byte == UInt8(ascii: "\r") {
        let isPair = index < bytes.endIndex && bytes[index] == UInt8(ascii: "\n")
        return isPair ? index + 1 : index
      }
    }
    return index
  }
}

extension UInt8 {
  /// Whether the byte is a blank or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
