import CLibgit2
package import GitModel
package import SystemPackage

extension Repository {
  /// Returns the paths in which an index differs from a tree: what a commit of it would change. `nil` where
  /// libgit2 cannot read the index (split and sparse ones).
  ///
  /// The corresponding C functions are `git_index_open` and `git_diff_tree_to_index`.
  ///
  /// - Parameters:
  ///   - index: The file that git names in GIT_INDEX_FILE; `nil` for the standard one.
  ///   - before: The tree that the commit starts from; `nil` for an empty one.
  package func stagedPaths(
    index: FilePath?, since before: ObjectID?
  ) throws(GitError) -> [RepositoryPath]? {
    let path = index ?? gitDirectory.appending("index")
    var opened: OpaquePointer?
    guard git_index_open(&opened, path.string) == 0 else {
      git_error_clear()
      return nil
    }
    defer { git_index_free(opened) }
    var tree: OpaquePointer?
    if let before {
      var oid = before.oid
      try check(git_tree_lookup(&tree, handle.pointer, &oid), "read the tree \(before)")
    }
    defer { git_tree_free(tree) }
    var options = git_diff_options()
    git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
    let diff = try Handle.make("compare the index with a commit", free: git_diff_free) {
      git_diff_tree_to_index(&$0, handle.pointer, tree, opened, &options)
    }
    return (0..<git_diff_num_deltas(diff.pointer)).compactMap { index in
      guard let delta = git_diff_get_delta(diff.pointer, index),
        let name = delta.pointee.new_file.path
      else { return nil }
      // `git add --intent-to-add` only announces a file: a commit would not hold it.
      let flags = git_index_get_bypath(opened, name, 0)?.pointee.flags_extended ?? 0
      if UInt32(flags) & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue != 0 { return nil }
      return RepositoryPath(String(cString: name))
    }
  }

  /// Returns the files below folders that an index holds, those with conflicts included; `nil` where
  /// libgit2 cannot read it (split and sparse ones). No index is an empty one.
  ///
  /// The corresponding C functions are `git_index_open` and `git_index_get_byindex`.
  package func indexedFiles(
    below roots: [RepositoryPath], index: FilePath
  ) -> [TreeReader.File]? {
    var opened: OpaquePointer?
    guard git_index_open(&opened, index.string) == 0 else {
      git_error_clear()
      return nil
    }
    defer { git_index_free(opened) }
    var found: [TreeReader.File] = []
    for root in roots {
      var position = 0
      guard git_index_find_prefix(&position, opened, root.description + "/") == 0 else {
        git_error_clear()
        continue
      }
      while let entry = git_index_get_byindex(opened, position), let name = entry.pointee.path,
        let path = RepositoryPath(String(cString: name)), path.isInside(root)
      {
        found.append(
          TreeReader.File(
            path: path, blob: ObjectID(entry.pointee.id),
            isRegular: entry.pointee.mode & 0o170000 == 0o100000))
        position += 1
      }
    }
    return found
  }
}
