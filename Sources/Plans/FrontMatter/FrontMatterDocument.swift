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

  /// Returns the value of a key of the front matter, or of the map that `map` names.
  func value(of key: String, in map: String?) -> YAMLNode? {
    let holder = map.map { self[$0] } ?? root
    return holder?.pair(key)?.value
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
