import CLibgit2
import GitModel

extension Repository {
  /// Returns the files in which nothing but blanks changes, by the new path, each with a number that
  /// stands for the lines as they were and as they are. A patch-id leaves blanks out and does not tell such changes
  /// apart.
  ///
  /// The corresponding C function is `git_patch_from_diff`.
  package func blankChanges(
    of changes: [TreeReader.Change]
  ) throws(GitError) -> [String: UInt64] {
    guard let diff = try diff(of: changes) else { return [:] }
    var found: [String: UInt64] = [:]
    for index in 0..<git_diff_num_deltas(diff.pointer) {
      guard let delta = git_diff_get_delta(diff.pointer, index),
        delta.pointee.status == GIT_DELTA_MODIFIED
      else { continue }
      let path = String(cString: delta.pointee.new_file.path)
      var patch: OpaquePointer?
      try check(git_patch_from_diff(&patch, diff.pointer, index), "compare the file '\(path)'")
      defer { git_patch_free(patch) }
      // There is none for a binary file.
      if let patch, let lines = Self.blankLines(of: patch) { found[path] = lines }
    }
    return found
  }

  /// Returns a number for the lines of a patch that changes nothing but blanks; `nil` for another one.
  private static func blankLines(of patch: OpaquePointer) -> UInt64? {
    var exact = FNVHash()
    var removed = FNVHash()
    var added = FNVHash()
    var count = 0
    for hunk in 0..<git_patch_num_hunks(patch) {
      for number in 0..<git_patch_num_lines_in_hunk(patch, hunk) {
        var line: UnsafePointer<git_diff_line>?
        guard git_patch_get_line_in_hunk(&line, patch, hunk, Int(number)) == 0, let line else {
          continue
        }
        let origin = UInt8(bitPattern: line.pointee.origin)
        guard origin == UInt8(ascii: "+") || origin == UInt8(ascii: "-") else { continue }
        let bytes = UnsafeRawBufferPointer(
          start: line.pointee.content, count: line.pointee.content_len)
        count += 1
        exact.combine(CollectionOfOne(origin))
        exact.combine(bytes)
        let seen = bytes.lazy.filter { !isBlank($0) }
        if origin == UInt8(ascii: "+") { added.combine(seen) } else { removed.combine(seen) }
      }
    }
    return count > 0 && added == removed ? exact.value : nil
  }

  /// The bytes that `git patch-id` leaves out.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
