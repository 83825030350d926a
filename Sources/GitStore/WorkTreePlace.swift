package import GitModel
package import SystemPackage

/// One of the work trees that share a repository.
package struct WorkTreePlace: Hashable, Sendable {
  /// The folder that holds the files; it may be gone.
  package let root: FilePath
  /// The work tree's own folder in the repository: `.git`, or `.git/worktrees/<name>`.
  package let gitDirectory: FilePath
  /// The commit that is checked out without a branch; `nil` where a branch is.
  package let detachedHead: ObjectID?

  /// The file that holds the work tree's index.
  package var index: FilePath { gitDirectory.appending("index") }
}
