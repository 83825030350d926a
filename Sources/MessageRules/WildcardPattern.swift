/// A pattern in which `*` stands for any characters and everything else for itself, whatever the case of
/// its ASCII letters: names of bots hold brackets, which have a meaning in the patterns of git.
package struct WildcardPattern: Hashable, Sendable {
  /// What stands between the stars, in lower case.
  private let parts: [[UInt8]]

  package init(_ text: String) {
    parts = text.utf8.split(
      separator: UInt8(ascii: "*"), omittingEmptySubsequences: false
    ).map { $0.map(Self.lowercased) }
  }

  /// Says whether the pattern fits the whole of a text.
  ///
  /// - Complexity: O(*n* *m*) for the lengths of text and pattern.
  package func matches(_ text: String) -> Bool {
    var rest = text.utf8.map(Self.lowercased)[...]
    guard let first = parts.first, rest.starts(with: first) else { return false }
    rest = rest.dropFirst(first.count)
    guard parts.count > 1, let last = parts.last else { return rest.isEmpty }
    // What is between stars may stand anywhere; the first place leaves most for the others.
    for part in parts.dropFirst().dropLast() {
      guard let end = Self.end(of: part, in: rest) else { return false }
      rest = rest[end...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  /// Returns where a part ends at its first place.
  private static func end(of part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    var start = text.startIndex
    while start + part.count <= text.endIndex {
      if text[start...].starts(with: part) { return start + part.count }
      start += 1
    }
    return nil
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
