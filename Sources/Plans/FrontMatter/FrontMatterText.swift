import YAML

/// The lines and habits of a front matter's text, for edits that fit in.
struct FrontMatterText {
  private let bytes: [UInt8]
  /// The quotes that most of the quoted values use; double ones where there are none.
  private let quotes: ScalarWriter.Quotes
  /// What stands between the indentation of a key and the dashes below it, where most of the lists that have
  /// items have dashes; else `nil`.
  let dashIndentation: String?

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
    dashIndentation = Self.dashIndentation(document.root, bytes)
  }

  private static func dashIndentation(_ root: YAMLNode?, _ bytes: [UInt8]) -> String? {
    let lists = (root?.pairs ?? []).filter { $0.value.items?.isEmpty == false }
    let dashed = lists.filter { $0.value.collectionStyle == .block }
    guard let first = dashed.first, dashed.count * 2 > lists.count else { return nil }
    let columns = first.value.range.start.column - first.key.range.start.column
    return String(repeating: " ", count: max(0, columns))
  }

  /// Returns `value` without quotes where that is safe, else in the file's usual quotes.
  func scalar(_ value: String, inFlow: Bool) -> String {
    ScalarWriter.plainOrQuoted(value, quotes: quotes, inFlow: inFlow)
  }

  /// Returns a value as it is written on one line.
  func value(_ value: FrontMatterChange.Value, inFlow: Bool) -> String {
    switch value {
    case .text(let text): scalar(text, inFlow: inFlow)
    case .plain(let spelling): spelling
    case .list(let list):
      "[" + list.words(from: []).map { scalar($0, inFlow: true) }.joined(separator: ", ") + "]"
    case .nothing: ""
    }
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

  /// Returns the lines that a node stands on, from the first byte to the last line break.
  func lines(of node: YAMLNode) -> Range<Int> {
    lineStart(of: node.range.start.offset)..<lineEnd(after: end(of: node))
  }

  /// Returns the index behind the colon of a pair.
  func colonEnd(of pair: YAMLPair) -> Int {
    let end = pair.key.range.bytes.upperBound
    let colon = bytes[end...].firstIndex { !" \t".utf8.contains($0) } ?? end
    return min(colon + 1, bytes.count)
  }

  /// Whether nothing but blanks stands before a node on its line.
  func isFirstOnLine(_ node: YAMLNode) -> Bool {
    let start = node.range.start.offset
    return bytes[lineStart(of: start)..<start].allSatisfy { " \t".utf8.contains($0) }
  }

  /// Whether a comma comes next, on the same line.
  func hasComma(behind offset: Int) -> Bool {
    bytes[offset...].first { !" \t".utf8.contains($0) } == UInt8(ascii: ",")
  }

  /// Returns the text of a range.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

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
