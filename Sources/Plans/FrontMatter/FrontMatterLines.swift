/// The lines of front matter that a change of a document adds, takes away or leaves.
package enum FrontMatterLines {
  /// A line, as a difference shows it.
  package struct Line: Hashable, Sendable {
    /// `+`, `-`, or a blank.
    package let sign: Character
    /// Without its line end.
    package let text: String
  }

  /// Returns the lines of both front matters, dashes included, as a difference; the bodies are not looked
  /// at.
  ///
  /// - Complexity: O(*n* · *m*) in lines; front matter has a few dozen.
  package static func changes(from old: [UInt8], to new: [UInt8]) -> [Line] {
    let (before, after) = (lines(of: old), lines(of: new))
    // By the number of lines that the rests have in common.
    var common = [[Int]](
      repeating: [Int](repeating: 0, count: after.count + 1), count: before.count + 1)
    for left in before.indices.reversed() {
      for right in after.indices.reversed() {
        common[left][right] =
          before[left] == after[right]
          ? common[left + 1][right + 1] + 1
          : max(common[left + 1][right], common[left][right + 1])
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if left < before.count, right < after.count, before[left] == after[right] {
        lines.append(Line(sign: " ", text: before[left]))
        left += 1
        right += 1
      } else if right == after.count
        || left < before.count && common[left + 1][right] >= common[left][right + 1]
      {
        lines.append(Line(sign: "-", text: before[left]))
        left += 1
      } else {
        lines.append(Line(sign: "+", text: after[right]))
        right += 1
      }
    }
    return lines
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    guard case .found(let found) = FrontMatter.search(bytes), found.isFirst else { return [] }
    let start = FrontMatter.byteOrderMarkLength(bytes)
    return String(decoding: bytes[start..<found.body.lowerBound], as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropLast()
      .map(String.init)
  }
}
