import CLibgit2
package import GitModel

extension Repository {
  /// One file that differs between two trees.
  package struct FileChange: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case added, deleted, modified, renamed, other }

    package let kind: Kind
    /// The path before, as text; the same as `newPath` unless the file was renamed.
    package let oldPath: String
    package let newPath: String
  }

  /// Returns the files that differ between two trees, renames found as `git diff -M` finds them.
  ///
  /// The corresponding C functions are `git_diff_tree_to_tree` and `git_diff_find_similar`.
  ///
  /// - Parameters:
  ///   - old: The tree before, `nil` for an empty one.
  ///   - below: Folders or files to look at; everything where it is empty.
  package func changes(
    from old: ObjectID?, to new: ObjectID, below paths: [RepositoryPath] = []
  ) throws(GitError) -> [FileChange] {
    // A file that becomes a link is one change, as for git, not a deletion and an addition.
    let diff = try diff(
      from: old, to: new, below: paths, further: GIT_DIFF_INCLUDE_TYPECHANGE.rawValue)
    var options = git_diff_find_options()
    git_diff_find_options_init(&options, UInt32(GIT_DIFF_FIND_OPTIONS_VERSION))
    options.flags = GIT_DIFF_FIND_RENAMES.rawValue
    try check(git_diff_find_similar(diff.pointer, &options), "find renames")
    return (0..<git_diff_num_deltas(diff.pointer)).compactMap { index in
      guard let delta = git_diff_get_delta(diff.pointer, index) else { return nil }
      let kind: FileChange.Kind =
        switch delta.pointee.status {
        case GIT_DELTA_ADDED: .added
        case GIT_DELTA_DELETED: .deleted
        case GIT_DELTA_MODIFIED: .modified
        case GIT_DELTA_RENAMED: .renamed
        default: .other
        }
      return FileChange(
        kind: kind, oldPath: String(cString: delta.pointee.old_file.path),
        newPath: String(cString: delta.pointee.new_file.path))
    }
  }

  private func diff(
    from old: ObjectID?, to new: ObjectID, below paths: [RepositoryPath],
    further flags: UInt32 = 0
  ) throws(GitError) -> Handle {
    let before = try old.map { id throws(GitError) in try lookUpTree(id) }
    defer { git_tree_free(before) }
    let after = try lookUpTree(new)
    defer { git_tree_free(after) }
    var options = git_diff_options()
    git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
    options.flags =
      GIT_DIFF_INDENT_HEURISTIC.rawValue | GIT_DIFF_DISABLE_PATHSPEC_MATCH.rawValue | flags
    options.max_size = git_off_t(TreeReader.contentLimit)
    let names = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: paths.count)
    _ = names.initialize(from: paths.map { strdup($0.description) })
    defer {
      for name in names { free(name) }
      names.deallocate()
    }
    options.pathspec = git_strarray(strings: names.baseAddress, count: names.count)
    return try Handle.make("compare two trees", free: git_diff_free) {
      git_diff_tree_to_tree(&$0, handle.pointer, before, after, &options)
    }
  }

  /// Returns a tree that the caller frees.
  private func lookUpTree(_ id: ObjectID) throws(GitError) -> OpaquePointer {
    var oid = id.oid
    var tree: OpaquePointer?
    try check(git_tree_lookup(&tree, handle.pointer, &oid), "read the tree \(id)")
    guard let tree else {
      throw GitError(attempt: "read the tree \(id)", reason: "libgit2 returned nothing")
    }
    return tree
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
