/// A node of a YAML document with its place in the text. Scalars are text: nothing is taken for a
/// number, a date or a boolean until someone asks for `resolution`.
package struct YAMLNode: Hashable, Sendable {
  /// What kinds of node there are. Aliases are refused by the parser.
  package indirect enum Content: Hashable, Sendable {
    case scalar(String, YAMLScalarStyle)
    case sequence([YAMLNode], YAMLCollectionStyle)
    case mapping([YAMLPair], YAMLCollectionStyle)
  }

  package var content: Content
  package var range: YAMLRange
  /// The explicit tag, such as `tag:yaml.org,2002:str`; `nil` for nearly every node.
  package var tag: String?
  /// Whether the node carries an anchor (`&name`), which belongs to its range.
  package var isAnchored: Bool

  package init(content: Content, range: YAMLRange, tag: String? = nil, isAnchored: Bool = false) {
    self.content = content
    self.range = range
    self.tag = tag
    self.isAnchored = isAnchored
  }

  /// The text of a scalar, `nil` for a collection.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The style of a scalar, `nil` for a collection.
  package var scalarStyle: YAMLScalarStyle? {
    if case .scalar(_, let style) = content { style } else { nil }
  }

  /// The items of a sequence, `nil` for anything else.
  package var items: [YAMLNode]? {
    if case .sequence(let items, _) = content { items } else { nil }
  }

  /// The pairs of a mapping in the order of the text, `nil` for anything else.
  package var pairs: [YAMLPair]? {
    if case .mapping(let pairs, _) = content { pairs } else { nil }
  }

  /// The style of a sequence or a mapping, `nil` for a scalar.
  package var collectionStyle: YAMLCollectionStyle? {
    switch content {
    case .scalar: nil
    case .sequence(_, let style), .mapping(_, let style): style
    }
  }

  /// Returns the pair of a mapping whose key is `key`.
  package func pair(_ key: String) -> YAMLPair? { pairs?.first { $0.key.text == key } }

  /// Says whether two nodes carry the same values, wherever they stand and however they are written.
  package func hasSameValues(as other: YAMLNode) -> Bool {
    guard tag == other.tag else { return false }
    switch (content, other.content) {
    case (.scalar(let left, _), .scalar(let right, _)):
      return left.utf8.elementsEqual(right.utf8) && resolution.kind == other.resolution.kind
    case (.sequence(let left, _), .sequence(let right, _)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.hasSameValues(as: $1) }
    case (.mapping(let left, _), .mapping(let right, _)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.hasSameValues(as: $1) }
    default: return false
    }
  }
}
