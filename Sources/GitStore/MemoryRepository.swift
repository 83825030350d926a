import CLibgit2
import GitModel

/// The same repository, opened once more, whose new objects go to memory.
final class MemoryRepository {
  private let handle: Handle
  /// Owned by the object database.
  private let memory: UnsafeMutablePointer<git_odb_backend>

  /// The corresponding C functions are `git_mempack_new` and `git_odb_add_backend`.
  init(_ repository: Repository) throws(GitError) {
    let handle = try repository.openAgain()
    let pointer = handle.pointer
    let database = try Handle.make("open the object database", free: git_odb_free) {
      git_repository_odb(&$0, pointer)
    }
    let attempt = "make room for objects in memory"
    var memory: UnsafeMutablePointer<git_odb_backend>?
    try check(git_mempack_new(&memory), attempt)
    guard let memory else {
      throw GitError(attempt: attempt, reason: "libgit2 returned nothing")
    }
    // It comes before all others, so that it is written to.
    try check(git_odb_add_backend(database.pointer, memory, 999), "keep objects in memory")
    self.handle = handle
    self.memory = memory
  }

  /// Gives back the memory of new objects. The corresponding C function is `git_mempack_reset`.
  func forget() { _ = git_mempack_reset(memory) }

  /// Says whether a merge is free of conflicts and gives the tree `expected`. The corresponding C function is
  /// `git_merge_trees`.
  func merging(
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
