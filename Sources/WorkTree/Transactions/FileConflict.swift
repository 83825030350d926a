package import GitModel

/// A path that a transaction left as it is, because somebody else had changed it.
package struct FileConflict: Hashable, Sendable {
  package let path: RepositoryPath
  /// What was found, as the rest of a sentence that begins with the path.
  package let reason: String
}
