import YAML

/// The lines and habits of a front matter's text, for edits that fit in.
struct FrontMatterText {
  private let bytes: [UInt8]
  /// The quotes that most of the quoted values use; double ones where there are none.
  private let quotes: ScalarWriter.Quotes

  init(document: FrontMatterDocument, bytes: [UInt8]) {
    self.bytes = bytes
    var balance = 0
    var nodes = document.root.map { [$0] } ?? []
    while let node = nodes.popLast() {
      switch node.content {
      case .scalar(_, .singleQuoted): balance += 1
      case .scalar(_, .doubleQuoted): balance -= 1
      case .scalar: break
      case .sequence(let items, _): nodes += items
      case .mapping(let pairs, _): nodes += pairs.flatMap { [$0.key, $0.value] }
      }
    }
    quotes = balance > 0 ? .single : .double
  }

  /// Returns `value` without quotes where that is safe, else in the file's usual quotes.
  func scalar(_ value: String, inFlow: Bool) -> String {
    ScalarWriter.plainOrQuoted(value, quotes: quotes, inFlow: inFlow)
  }

  /// Returns the lines that add a key, or a map with one key; `offset` is where they will start.
  func newLines(for change: FrontMatterChange, indentation: String, after offset: Int) -> String {
    let lineBreak = lineBreak(before: offset)
    let value = scalar(change.value, inFlow: false)
    guard let map = change.map else { return indentation + "\(change.key): \(value)" + lineBreak }
    return indentation + "\(map):" + lineBreak + indentation + "  \(change.key): \(value)"
      + lineBreak
  }

  /// Returns the index behind the last byte of a node, without what follows a block collection.
  func end(of node: YAMLNode) -> Int {
    switch node.content {
    case .scalar(_, .literal), .scalar(_, .folded):
      var end = node.range.bytes.upperBound
      while end > node.range.start.offset, " \t\r\n".utf8.contains(bytes[end - 1]) { end -= 1 }
      return end
    case .sequence(let items, .block):
      return items.last.map(end) ?? node.range.start.offset
    case .mapping(let pairs, .block):
      return pairs.last.map { end(of: $0.value) } ?? node.range.start.offset
    default:
      return node.range.bytes.upperBound
    }
  }

  /// Returns the index behind the line break that ends the line of `offset`.
  func lineEnd(after offset: Int) -> Int {
    let newline = bytes[offset...].firstIndex(of: UInt8(ascii: "\n"))
    return newline.map { $0 + 1 } ?? bytes.count
  }

  /// Returns the index of the first byte of the line of `offset`.
  func lineStart(of offset: Int) -> Int {
    let newline = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n"))
    return newline.map { $0 + 1 } ?? FrontMatter.byteOrderMarkLength(bytes)
  }

  /// Returns the line break that ends the line before `offset`.
  func lineBreak(before offset: Int) -> String {
    bytes[..<offset].suffix(2).elementsEqual("\r\n".utf8) ? "\r\n" : "\n"
  }

  /// Returns the blanks before a pair's key.
  func indentation(of pair: YAMLPair) -> String {
    let start = lineStart(of: pair.key.range.start.offset)
    return String(decoding: bytes[start...].prefix { $0 == UInt8(ascii: " ") }, as: UTF8.self)
  }

  /// Returns what must stand between an empty value's key and a new value at `offset`: a blank, or a colon
  /// with one where braces hold a key alone.
  func gap(before offset: Int, inFlow: Bool) -> String {
    let before = bytes[..<offset]
    if inFlow, before.last(where: { !" \t\r\n".utf8.contains($0) }) != UInt8(ascii: ":") {
      return ": "
    }
    return before.last == UInt8(ascii: ":") ? " " : ""
  }
}
