/// A key of a front matter, or of a map in it.
package struct FrontMatterKey: Hashable, Sendable {
  /// The key of the map that holds `key`, such as `links`; `nil` for a key of the front matter itself.
  package var map: String?
  package var key: String

  package init(_ key: String, in map: String? = nil) {
    self.map = map
    self.key = key
  }

  /// The key with its map: `links.pr`.
  var name: String { (map.map { $0 + "." } ?? "") + key }
}
