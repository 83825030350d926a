/// Where the front matter of a file is: the lines between two lines of three dashes at its beginning.
package struct FrontMatter: Hashable, Sendable {
  /// The bytes between the two lines of dashes.
  package var yaml: Range<Int>
  /// The bytes behind the second line of dashes.
  package var body: Range<Int>
  /// The 1-based line where `yaml` starts.
  package var yamlLine: Int
  /// The 1-based line where `body` starts.
  package var bodyLine: Int
  /// Whether the file begins with the first dashes. agentrules accepts white space before them, the format
  /// does not.
  package var isFirst: Bool

  /// What a search for front matter finds.
  package enum Search: Hashable, Sendable {
    case none
    /// An opening line of dashes, at the 1-based line, without a closing one.
    case unterminated(line: Int)
    case found(FrontMatter)
  }

  /// Looks for front matter at the start of a file, behind an optional byte order mark. Blanks after the
  /// dashes and any line ends are accepted.
  ///
  /// - Complexity: O(*n*) in the length of the front matter.
  package static func search(_ bytes: [UInt8]) -> Search {
    var lines = LineReader(bytes: bytes, position: byteOrderMarkLength(bytes))
    var first = lines.next()
    while let line = first, isBlank(bytes[line]) { first = lines.next() }
    guard let opening = first else { return .none }
    let dashes = bytes[opening].drop { " \t".utf8.contains($0) }
    guard isDashes(dashes) else { return .none }
    let openingLine = lines.count
    let isFirst = openingLine == 1 && dashes.startIndex == opening.lowerBound
    let start = lines.position
    while let line = lines.next() {
      guard isDashes(bytes[line]) else { continue }
      return .found(
        FrontMatter(
          yaml: start..<line.lowerBound, body: lines.position..<bytes.count,
          yamlLine: openingLine + 1, bodyLine: lines.count + 1, isFirst: isFirst))
    }
    return .unterminated(line: openingLine)
  }

  /// Returns the ranges of the front matter's text and of the body, `nil` without front matter.
  package static func split(_ bytes: [UInt8]) -> (yaml: Range<Int>, body: Range<Int>)? {
    guard case .found(let found) = search(bytes) else { return nil }
    return (found.yaml, found.body)
  }

  /// Returns 3 for bytes that start with a UTF-8 byte order mark, else 0.
  static func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func isDashes(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && isBlank(line.dropFirst(3))
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { " \t\r".utf8.contains($0) }
  }
}

/// Reads lines that end with `\n`, one after the other.
private struct LineReader {
  let bytes: [UInt8]
  /// The index of the first byte that has not been read.
  var position: Int
  /// How many lines have been read.
  var count = 0

  /// Returns the range of the next line without its `\n`, `nil` at the end.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    position = min(end + 1, bytes.count)
    count += 1
    return start..<end
  }
}
