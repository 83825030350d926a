/// How much YAML is read before the text is refused. Front matter is small; these limits keep hostile
/// files cheap.
package struct YAMLLimits: Hashable, Sendable {
  /// The greatest number of bytes.
  package var bytes = 64 * 1024
  /// The greatest number of collections inside each other.
  package var depth = 100
  /// The greatest number of scalars and collections.
  package var nodes = 10_000

  package init() {}
}
