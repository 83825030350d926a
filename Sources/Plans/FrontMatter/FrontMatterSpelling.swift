import YAML

/// How a value is spelled: what stands between the colon behind its key and its end.
enum FrontMatterSpelling {
  /// Returns the bytes of a value, with the blanks or the line break before it; `nil` without the key.
  static func of(_ key: FrontMatterKey, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard let document = try? FrontMatterDocument(bytes) else { return nil }
    return range(of: key, in: document, bytes: bytes).map { bytes[$0] }
  }

  /// Returns the comments on the lines of a key and its value.
  static func comments(of key: FrontMatterKey, in bytes: [UInt8]) -> Set<ArraySlice<UInt8>> {
    guard let document = try? FrontMatterDocument(bytes),
      let range = range(of: key, in: document, bytes: bytes), let value = document.value(of: key)
    else { return [] }
    let text = FrontMatterText(document: document, bytes: bytes)
    var scalars: [Range<Int>] = []
    var nodes = [value]
    while let node = nodes.popLast() {
      nodes += (node.items ?? []) + (node.pairs ?? []).flatMap { [$0.key, $0.value] }
      if node.text != nil { scalars.append(node.range.bytes) }
    }
    var comments: Set<ArraySlice<UInt8>> = []
    let end = text.lineEnd(after: range.upperBound)
    var place = range.lowerBound
    while let start = bytes[place..<end].firstIndex(of: UInt8(ascii: "#")) {
      if let scalar = scalars.first(where: { $0.contains(start) }) {
        place = scalar.upperBound
      } else {
        place = text.lineEnd(after: start)
        comments.insert(bytes[start..<place])
      }
    }
    return comments
  }

  /// Returns the file with a value spelled as in another file. Every other byte stays; `nil` where the
  /// spelling does not fit or a file lacks the key.
  static func copied(
    _ key: FrontMatterKey, from source: [UInt8], to target: [UInt8]
  ) -> [UInt8]? {
    guard let from = try? FrontMatterDocument(source), let to = try? FrontMatterDocument(target),
      let spelling = range(of: key, in: from, bytes: source),
      let place = range(of: key, in: to, bytes: target), let value = from.value(of: key)
    else { return nil }
    let hasLines = source[spelling].contains(UInt8(ascii: "\n"))
    if hasLines, (source + target).contains(UInt8(ascii: "\r")) { return nil }
    let edited = target[..<place.lowerBound] + source[spelling] + target[place.upperBound...]
    guard let after = try? FrontMatterDocument(Array(edited)),
      after.value(of: key)?.hasSameValues(as: value) == true,
      target[to.frontMatter.body] == edited[after.frontMatter.body],
      after.hasSameValues(as: to, but: key)
    else { return nil }
    return Array(edited)
  }

  private static func range(
    of key: FrontMatterKey, in document: FrontMatterDocument, bytes: [UInt8]
  ) -> Range<Int>? {
    let holder = key.map.map { document[$0] } ?? document.root
    guard let pair = holder?.pair(key.key) else { return nil }
    let text = FrontMatterText(document: document, bytes: bytes)
    let start = text.colonEnd(of: pair)
    return start..<max(start, text.end(of: pair.value))
  }
}
