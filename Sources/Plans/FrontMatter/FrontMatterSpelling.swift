import YAML

/// How a value is spelled: what stands between the colon behind its key and its end.
enum FrontMatterSpelling {
  /// Returns the bytes of a value, with the blanks or the line break before it; `nil` without the key.
  static func of(_ key: FrontMatterKey, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard let document = try? FrontMatterDocument(bytes) else { return nil }
    return range(of: key, in: document, bytes: bytes).map { bytes[$0] }
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
