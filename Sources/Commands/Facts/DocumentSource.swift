import GitModel
import WorkTree

/// Where documents are read from: the files of a work tree, or those of a commit.
protocol DocumentSource {
  /// Returns the regular files below a folder, in the order of their paths.
  func files(below folder: RepositoryPath) throws -> [RepositoryPath]
  /// Returns the content of a regular file; `nil` where there is none.
  func read(_ path: RepositoryPath, limit: Int) throws -> [UInt8]?
  /// Says whether a file or folder exists at a path.
  func exists(_ path: RepositoryPath) -> Bool
  /// Says whether a folder exists at a path.
  func isFolder(_ path: RepositoryPath) -> Bool
}

extension WorkFiles: DocumentSource {}
