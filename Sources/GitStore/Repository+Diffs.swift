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

  /// Returns the patch-id of the difference between two trees, as `git patch-id --stable` computes it;
  /// `nil` where they do not differ.
  package func patchID(from old: ObjectID?, to new: ObjectID) throws(GitError) -> ObjectID? {
    try patchKey(from: old, to: new)?.patchID
  }

  /// Returns what tells the difference between two trees from others; `nil` where they do not differ.
  ///
  /// The indent heuristic is git's default and moves hunks, so it has to be on here too. The
  /// corresponding C function is `git_diff_patchid`.
  package func patchKey(from old: ObjectID?, to new: ObjectID) throws(GitError) -> PatchKey? {
    if old == new { return nil }
    let diff = try diff(from: old, to: new, below: [])
    let count = git_diff_num_deltas(diff.pointer)
    if count == 0 { return nil }
    var oid = git_oid()
    try check(git_diff_patchid(&oid, diff.pointer, nil), "compute a patch-id")
    // Whether a file is binary is known now: its content was loaded for the patch-id.
    let further = (0..<count).compactMap { git_diff_get_delta(diff.pointer, $0) }
      .compactMap { Self.beyondPatchID($0.pointee) }
    return PatchKey(patchID: ObjectID(oid), further: further)
  }

  /// Returns what a patch-id does not see of one file's change; `nil` where it sees all of it.
  private static func beyondPatchID(_ delta: git_diff_delta) -> String? {
    let (old, new) = (delta.old_file, delta.new_file)
    let isBinary = delta.flags & GIT_DIFF_FLAG_BINARY.rawValue != 0
    let isSubmodule = [old.mode, new.mode].contains(UInt16(GIT_FILEMODE_COMMIT.rawValue))
    let hasNoLines = [ObjectID(old.id), ObjectID(new.id)].allSatisfy {
      $0 == .zero || $0 == emptyBlob
    }
    let isOtherMode = old.mode != new.mode && delta.status == GIT_DELTA_MODIFIED
    guard isBinary || isSubmodule || hasNoLines || isOtherMode else { return nil }
    let content = isBinary || isSubmodule || hasNoLines
    return "\(String(cString: new.path)) \(old.mode) \(new.mode)"
      + (content ? " \(ObjectID(old.id)) \(ObjectID(new.id))" : "")
  }

  /// The name of a file without content.
  private static let emptyBlob = ObjectID("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")

  func diff(
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
