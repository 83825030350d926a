import GitModel

/// What of a repository is to be linted: everything, or what the words of a command line name.
struct LintSelection {
  private var files: Set<RepositoryPath> = []
  private var folders: [RepositoryPath] = []
  private var isNarrow = false
  private var isEverything = false

  mutating func addEverything() { isEverything = true }

  mutating func add(_ paths: [RepositoryPath]) {
    files.formUnion(paths)
    isNarrow = true
  }

  mutating func add(folder: RepositoryPath) {
    folders.append(folder)
    isNarrow = true
  }

  /// Says whether a file is to be linted.
  func contains(_ path: RepositoryPath) -> Bool {
    !isNarrow || isEverything || files.contains(path) || folders.contains { path.isInside($0) }
  }
}
