/// A key of a mapping with its value. The parser accepts scalars alone as keys.
package struct YAMLPair: Hashable, Sendable {
  package var key: YAMLNode
  package var value: YAMLNode

  package init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }

  /// Says whether two pairs carry the same key and value, wherever they stand.
  package func hasSameValues(as other: YAMLPair) -> Bool {
    key.hasSameValues(as: other.key) && value.hasSameValues(as: other.value)
  }
}
