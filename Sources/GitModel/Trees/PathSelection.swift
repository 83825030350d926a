/// A choice of paths: whole folders and single files.
package struct PathSelection: Hashable, Sendable {
  /// How a path stands to the selection.
  package enum Relation: Hashable, Sendable {
    /// The path is selected, and so is everything below it.
    case inside
    /// Something below the path is selected.
    case above
    case outside
  }

  private var selected: Set<String> = []
  private var ancestors: Set<String> = []

  package init(_ paths: some Sequence<RepositoryPath>) {
    for path in paths { insert(path) }
  }

  /// Adds a folder or a file.
  package mutating func insert(_ path: RepositoryPath) {
    selected.insert(path.description)
    var parent = path.parent
    while let folder = parent, ancestors.insert(folder.description).inserted {
      parent = folder.parent
    }
  }

  /// Returns how the entry `path` of a tree stands to the selection. The caller descends from the root
  /// and stops at the first entry that is not `above`.
  package func relation(of path: String) -> Relation {
    if selected.contains(path) { return .inside }
    return ancestors.contains(path) ? .above : .outside
  }

  /// Says whether a path is selected itself or lies below something selected.
  package func contains(_ path: RepositoryPath) -> Bool {
    var current: RepositoryPath? = path
    while let candidate = current {
      if selected.contains(candidate.description) { return true }
      current = candidate.parent
    }
    return false
  }
}
