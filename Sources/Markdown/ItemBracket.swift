/// The square brackets that a list item begins with.
struct ItemBracket {
  /// What stands between the brackets, as bytes with their indices.
  private let content: ArraySlice<UInt8>
  /// Whether a blank and more text follow on the line.
  let isFollowedByText: Bool

  /// Longer texts in brackets are prose.
  private static let limit = 16

  /// Reads the beginning of an item's line.
  ///
  /// - Parameter start: The index of the bullet or number.
  init?(ofItemAt start: Int, in line: ArraySlice<UInt8>) {
    guard line.indices.contains(start) else { return nil }
    var rest = line[start...]
    switch rest[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): rest.removeFirst()
    default:
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest[digits.endIndex...]
      guard !digits.isEmpty, let mark = rest.popFirst(), ".)".utf8.contains(mark) else {
        return nil
      }
    }
    rest = rest.drop(while: \.isBlank)
    guard rest.popFirst() == UInt8(ascii: "["),
      let closing = rest.prefix(Self.limit).firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    content = rest[..<closing]
    let behind = line[(closing + 1)...]
    // Links, references and footnotes.
    if content.contains(UInt8(ascii: "[")) || content.first == UInt8(ascii: "^") { return nil }
    if let next = behind.first, "([:".utf8.contains(next) { return nil }
    isFollowedByText = behind.first?.isBlank == true && !behind.allSatisfy(\.isBlank)
  }

  /// The index of the opening bracket.
  var opening: Int { content.startIndex - 1 }

  var text: String { String(decoding: content, as: UTF8.self) }

  /// The index of the only byte between the brackets, `nil` where there are more or none.
  var mark: Int? { content.count == 1 ? content.startIndex : nil }

  /// Whether this is a ticked checkbox; `nil` where it is none. cmark-gfm 0.29.0.gfm.6 does not see the
  /// checkboxes of lists in quotations and at the beginning of other items; GitHub shows them.
  var isTicked: Bool? {
    guard isFollowedByText else { return nil }
    return switch text {
    case " ": false
    case "x", "X": true
    default: nil
    }
  }
}
