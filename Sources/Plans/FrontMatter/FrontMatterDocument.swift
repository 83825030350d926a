package import YAML

/// The front matter of a file, parsed. Marks of its nodes refer to the file.
package struct FrontMatterDocument: Hashable, Sendable {
  package let frontMatter: FrontMatter
  /// The mapping, `nil` where the front matter is empty.
  package let root: YAMLNode?

  /// Parses the front matter of a file.
  package init(_ bytes: [UInt8]) throws(FrontMatterError) {
    switch FrontMatter.search(bytes) {
    case .none: throw .missing
    case .unterminated(let line): throw .unterminated(line: line)
    case .found(let found): frontMatter = found
    }
    let node: YAMLNode?
    do {
      node = try YAMLParser.parse(bytes[frontMatter.yaml], firstLine: frontMatter.yamlLine)
    } catch {
      throw .invalid(error)
    }
    guard let node, node.resolution != .null else {
      root = nil
      return
    }
    guard let pairs = node.pairs else {
      throw .invalid(Self.error(at: node, "front matter must be a map of keys and values"))
    }
    for pair in pairs where pair.key.resolution.kind != .text {
      throw .invalid(Self.error(at: pair.key, "the key '\(pair.key.text ?? "")' must be quoted"))
    }
    root = node
  }

  /// Returns the value of a key, `nil` where the key is missing.
  package subscript(_ key: String) -> YAMLNode? { root?.pair(key)?.value }

  /// Returns the value of a key of the front matter, or of a map in it.
  func value(of key: FrontMatterKey) -> YAMLNode? {
    let holder = key.map.map { self[$0] } ?? root
    return holder?.pair(key.key)?.value
  }

  /// Says whether two front matters hold the same values in the same order, whatever they hold for one key.
  func hasSameValues(as other: FrontMatterDocument, but key: FrontMatterKey) -> Bool {
    guard let map = key.map else { return Self.haveSamePairs(but: key.key, root, other.root) }
    return Self.haveSamePairs(but: map, root, other.root)
      && Self.haveSamePairs(but: key.key, self[map], other[map])
  }

  private static func haveSamePairs(
    but key: String, _ left: YAMLNode?, _ right: YAMLNode?
  ) -> Bool {
    let left = (left?.pairs ?? []).filter { $0.key.text != key }
    let right = (right?.pairs ?? []).filter { $0.key.text != key }
    return left.count == right.count && zip(left, right).allSatisfy { $0.hasSameValues(as: $1) }
  }

  /// Returns the value of a key as trimmed text, `nil` where it is missing, empty or no scalar.
  package func text(_ key: String) -> String? {
    guard let node = self[key], node.resolution != .null, let text = node.text?.trimmed,
      !text.isEmpty
    else { return nil }
    return text
  }

  private static func error(at node: YAMLNode, _ message: String) -> YAMLError {
    YAMLError(
      line: node.range.start.line, column: node.range.start.column, message: message)
  }
}
