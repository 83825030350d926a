import CLibgit2
import GitModel

extension Repository {
  /// Returns what tells a change from others; `nil` where it changes nothing, or a path that git would not check
  /// out.
  ///
  /// The files are compared without the trees that hold them, which costs far more in a large repository. The
  /// indent heuristic is git's default and moves hunks, so it has to be on here too. The corresponding C
  /// functions are `git_diff_index_to_index` and `git_diff_patchid`.
  ///
  /// - Parameter changes: What `TreeReader` says of two trees.
  package func patchKey(of changes: [TreeReader.Change]) throws(GitError) -> PatchKey? {
    if changes.isEmpty { return nil }
    guard let diff = try diff(of: changes) else { return nil }
    var oid = git_oid()
    try check(git_diff_patchid(&oid, diff.pointer, nil), "compute a patch-id")
    // Whether a file is binary is known now: its content was loaded for the patch-id.
    let further = (0..<git_diff_num_deltas(diff.pointer))
      .compactMap { git_diff_get_delta(diff.pointer, $0) }
      .compactMap { Self.beyondPatchID($0.pointee) }
    let modes = changes.filter(\.isModeAlone).map { change in
      let modes = [change.old, change.new].map { $0.map { "\($0.mode)" } ?? "" }
      return ([String(decoding: change.path, as: UTF8.self)] + modes).joined(separator: " ")
    }
    return PatchKey(patchID: ObjectID(oid), further: (further + modes).sorted())
  }

  /// Returns the comparison of the files that changes name; `nil` where a path cannot be in an index. Files whose
  /// mode alone changes are left out: libgit2 would read their content, which git never does.
  func diff(of changes: [TreeReader.Change]) throws(GitError) -> Handle? {
    let changes = changes.filter { !$0.isModeAlone }
    guard let before = try index(of: changes, \.old), let after = try index(of: changes, \.new)
    else { return nil }
    var options = git_diff_options()
    git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
    options.flags = GIT_DIFF_INDENT_HEURISTIC.rawValue
    options.max_size = git_off_t(TreeReader.contentLimit)
    let repository = handle.pointer
    return try Handle.make("compare files", free: git_diff_free) {
      git_diff_index_to_index(&$0, repository, before.pointer, after.pointer, &options)
    }
  }

  /// Returns an index in memory that holds one side of some changes; `nil` where a path, such as `.git`, cannot
  /// be in one. The corresponding C functions are
  /// `git_index_new` and `git_index_add`.
  private func index(
    of changes: [TreeReader.Change], _ side: KeyPath<TreeReader.Change, TreeReader.Item?>
  ) throws(GitError) -> Handle? {
    let index = try Handle.make("make an index", free: git_index_free) { git_index_new(&$0) }
    for change in changes {
      guard let item = change[keyPath: side] else { continue }
      var entry = git_index_entry()
      entry.mode = UInt32(item.mode)
      entry.id = item.id.oid
      let code = (change.path + [0]).withUnsafeBufferPointer { path in
        path.withMemoryRebound(to: CChar.self) { path in
          entry.path = path.baseAddress
          return git_index_add(index.pointer, &entry)
        }
      }
      if code != 0 {
        git_error_clear()
        return nil
      }
    }
    return index
  }

  /// Returns what a patch-id does not see of one file's change; `nil` where it sees all of it.
  private static func beyondPatchID(_ delta: git_diff_delta) -> String? {
    let (old, new) = (delta.old_file, delta.new_file)
    let isBinary = delta.flags & GIT_DIFF_FLAG_BINARY.rawValue != 0
    let isSubmodule = [old.mode, new.mode].contains(UInt16(GIT_FILEMODE_COMMIT.rawValue))
    let hasNoLines = [ObjectID(old.id), ObjectID(new.id)].allSatisfy {
      $0 == .zero || $0 == emptyBlob
    }
    var parts: [String] = []
    if hasNoLines || delta.status == GIT_DELTA_MODIFIED, old.mode != new.mode {
      parts.append("\(old.mode) \(new.mode)")
    }
    if isBinary || isSubmodule || hasNoLines, ObjectID(old.id) != ObjectID(new.id) {
      parts.append("\(ObjectID(old.id)) \(ObjectID(new.id))")
    }
    if parts.isEmpty { return nil }
    return ([String(cString: new.path)] + parts).joined(separator: " ")
  }

  /// The name of a file without content.
  private static let emptyBlob = ObjectID("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
}
