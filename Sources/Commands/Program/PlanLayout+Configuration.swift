import GitModel
import Plans

extension PlanLayout {
  /// Creates the layout that a repository's configuration gives it.
  ///
  /// - Throws: `CommandError` where a setting names no folder of a repository.
  init(_ configuration: Configuration) throws(CommandError) {
    self.init(
      homes: try Self.folders("execplan.roots", of: configuration),
      documentRoots: try Self.folders("execplan.plans", of: configuration))
  }

  /// Returns the folders of the repository that a setting names.
  private static func folders(
    _ key: String, of configuration: Configuration
  ) throws(CommandError) -> [RepositoryPath] {
    var found: [RepositoryPath] = []
    for folder in configuration.strings(key) where !folder.isEmpty {
      var trimmed = folder[...]
      while trimmed.hasSuffix("/") { trimmed.removeLast() }
      if trimmed.hasPrefix("./") { trimmed.removeFirst(2) }
      guard let path = RepositoryPath(trimmed) else {
        throw CommandError(
          "git config \(key) is '\(folder)', which is no folder of the repository",
          hint: "give a path from the repository's root, such as docs/plans")
      }
      found.append(path)
    }
    return found
  }
}
