package import GitModel

/// Finds the commits that messages name, also by the first digits alone.
package struct CommitNames {
  private let graph: CommitGraph
  private var abbreviated: [CommitName: CommitIndex] = [:]

  /// - Parameter names: Those that will be asked for.
  /// - Complexity: O(*n*) for *n* commits where a name is abbreviated, else O(1).
  package init(graph: CommitGraph, names: [CommitName]) {
    self.graph = graph
    var wanted: [UInt32: [CommitName]] = [:]
    for name in Set(names) where name.id == nil {
      guard let leading = UInt32(name.description.prefix(7), radix: 16) else { continue }
      wanted[leading, default: []].append(name)
    }
    if wanted.isEmpty { return }
    var ambiguous: Set<CommitName> = []
    for (position, id) in graph.ids.enumerated() {
      guard let names = wanted[id.leadingDigits] else { continue }
      for name in names where id.description.hasPrefix(name.description) {
        if abbreviated.updateValue(CommitIndex(position), forKey: name) != nil {
          ambiguous.insert(name)
        }
      }
    }
    for name in ambiguous { abbreviated[name] = nil }
  }

  /// Returns the commit that a name means; `nil` where it means none or several.
  package subscript(name: CommitName) -> CommitIndex? {
    name.id.map { graph.index(of: $0) } ?? abbreviated[name]
  }
}
