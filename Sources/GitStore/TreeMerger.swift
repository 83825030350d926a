import CLibgit2
package import GitModel

/// Tries merges in memory.
///
/// A repository of its own is opened for it, whose new objects go to memory: nothing is ever written to
/// disk by a command that only looks.
package final class TreeMerger {
  private let handle: Handle

  /// The corresponding C functions are `git_mempack_new` and `git_odb_add_backend`.
  package init(_ repository: Repository) throws(GitError) {
    let handle = try repository.openAgain()
    let pointer = handle.pointer
    let database = try Handle.make("open the object database", free: git_odb_free) {
      git_repository_odb(&$0, pointer)
    }
    var memory: UnsafeMutablePointer<git_odb_backend>?
    try check(git_mempack_new(&memory), "make room for objects in memory")
    // The database owns the backend from here on. It comes before all others, so that it is written to.
    try check(git_odb_add_backend(database.pointer, memory, 999), "keep objects in memory")
    self.handle = handle
  }

  /// Says whether merging `theirs` into `ours`, with `base` as what both come from, is free of conflicts and
  /// gives the tree `expected`.
  ///
  /// The corresponding C function is `git_merge_trees`.
  package func merging(
    _ theirs: ObjectID, into ours: ObjectID, base: ObjectID, gives expected: ObjectID
  ) throws(GitError) -> Bool {
    let base = try tree(base)
    let ours = try tree(ours)
    let theirs = try tree(theirs)
    let expected = try tree(expected)
    var options = git_merge_options()
    git_merge_options_init(&options, UInt32(GIT_MERGE_OPTIONS_VERSION))
    options.flags = GIT_MERGE_FIND_RENAMES.rawValue | GIT_MERGE_FAIL_ON_CONFLICT.rawValue
    let repository = handle.pointer
    var pointer: OpaquePointer?
    let code = git_merge_trees(
      &pointer, repository, base.pointer, ours.pointer, theirs.pointer, &options)
    if code == GIT_EMERGECONFLICT.rawValue {
      git_error_clear()
      return false
    }
    try check(code, "try a merge")
    guard let pointer else { return false }
    let index = Handle(pointer, free: git_index_free)
    if git_index_has_conflicts(index.pointer) != 0 { return false }
    let diff = try Handle.make("compare a merge", free: git_diff_free) {
      git_diff_tree_to_index(&$0, repository, expected.pointer, index.pointer, nil)
    }
    return git_diff_num_deltas(diff.pointer) == 0
  }

  private func tree(_ id: ObjectID) throws(GitError) -> Handle {
    var oid = id.oid
    let repository = handle.pointer
    return try Handle.make("read the tree \(id)", free: git_tree_free) {
      git_tree_lookup(&$0, repository, &oid)
    }
  }
}
