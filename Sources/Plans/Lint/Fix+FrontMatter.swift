import Markdown
import YAML

extension Fix {
  /// Replaces a text within a value of the front matter, which then is the whole value; `nil` where the value
  /// does not hold the text once, as it is.
  init?(
    replacing old: String, by new: String, in node: YAMLNode, of key: String,
    in document: ParsedDocument
  ) {
    let value = document.bytes[node.range.bytes]
    let text = Array(old.utf8)
    let places = value.indices.filter { value[$0...].starts(with: text) }
    guard !text.isEmpty, places.count == 1 else { return nil }
    let edit = Edit(places[0]..<(places[0] + text.count), with: Array(new.utf8))
    self.init([edit], effect: .field(key, value: new))
  }

  /// Writes a word of the format in lower case; `nil` where the value is no such word in another case.
  init?(
    lowering node: YAMLNode, of key: String, in document: ParsedDocument, among words: [String]
  ) {
    let word = node.recordedText
    guard words.contains(word.lowercased()) else { return nil }
    self.init(replacing: word, by: word.lowercased(), in: node, of: key, in: document)
  }

  /// Puts quotes around a handle such as `@mara`, where it keeps front matter from being YAML: a line of a key
  /// and the handle, with a comment at most.
  ///
  /// - Parameter column: The 1-based column, counted in code points.
  init?(quotingHandleAt line: Int, _ column: Int, in document: ParsedDocument) {
    let content = SourceLines(of: document.bytes[...]).content(of: line)
    guard let at = content.firstIndex(of: UInt8(ascii: "@")),
      content[..<at].count(where: { $0 & 0xC0 != 0x80 }) == column - 1
    else { return nil }
    let handle = content[at...].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    let rest = content[handle.endIndex...].drop { " \t".utf8.contains($0) }
    let key = content[..<at].prefix { $0 == UInt8(ascii: "_") || $0.isLowerCaseLetter }
    guard !key.isEmpty, content[key.endIndex..<at].elementsEqual(": ".utf8), handle.count > 1,
      handle.dropFirst().allSatisfy(\.isPartOfHandle),
      rest.isEmpty || rest.first == UInt8(ascii: "#")
    else { return nil }
    let quote = [UInt8(ascii: "\"")]
    self.init(
      [
        Edit(at..<at, with: quote), Edit(handle.endIndex..<handle.endIndex, with: quote),
      ],
      effect: .field(
        String(decoding: key, as: UTF8.self), value: String(decoding: handle, as: UTF8.self)))
  }
}

extension UInt8 {
  fileprivate var isLowerCaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

  /// Whether the byte may stand in the name of a person or a team: `@org/team-a`.
  fileprivate var isPartOfHandle: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_./".utf8.contains(self)
    }
  }
}
