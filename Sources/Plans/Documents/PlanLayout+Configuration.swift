package import GitModel

extension PlanLayout {
  /// Creates the layout that a repository's configuration gives it.
  ///
  /// - Throws: `ConfigurationError` where a setting names no folder of a repository.
  package init(_ configuration: Configuration) throws(ConfigurationError) {
    self.init(
      homes: try Self.folders("execplan.roots", of: configuration),
      documentRoots: try Self.folders("execplan.plans", of: configuration))
  }

  /// Returns the folders of the repository that a setting names.
  private static func folders(
    _ key: String, of configuration: Configuration
  ) throws(ConfigurationError) -> [RepositoryPath] {
    var found: [RepositoryPath] = []
    for folder in configuration.strings(key) where !folder.isEmpty {
      var trimmed = folder[...]
      while trimmed.hasSuffix("/") { trimmed.removeLast() }
      if trimmed.hasPrefix("./") { trimmed.removeFirst(2) }
      guard let path = RepositoryPath(trimmed) else {
        throw ConfigurationError(
          key: key, value: folder,
          expected: "a folder of the repository, given from its root, such as docs/plans")
      }
      found.append(path)
    }
    return found
  }
}
