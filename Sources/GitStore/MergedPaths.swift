import GitModel

/// What merging two trees would give, as far as names of files and folders tell it.
struct MergedPaths {
  /// A file whose content both sides changed, and what it is to become.
  struct File {
    let path: [UInt8]
    let base: ObjectID
    let ours: ObjectID
    let theirs: ObjectID
    let expected: ObjectID
  }

  enum Verdict {
    /// The merge gives what is expected.
    case given
    /// It does not.
    case different
    /// It does if these files come out as expected.
    case merge([File])
    /// Only merging the whole trees can tell: files were renamed, or came or went on both sides. These are the
    /// files that `theirs` changes, before and after.
    case unclear([ObjectID])
  }

  let verdict: Verdict

  init(
    merging theirs: ObjectID, into ours: ObjectID, base: ObjectID, expecting expected: ObjectID,
    with reader: TreeReader
  ) throws(GitError) {
    let changes = try reader.changes(from: base, to: theirs) ?? []
    let wanted = try reader.changes(from: ours, to: expected) ?? []
    var files: [File] = []
    var isDifferent = false
    for change in changes {
      let own = try reader.item(at: change.path, in: ours)
      let result = try reader.item(at: change.path, in: expected)
      // A file that both sides removed, each may have put elsewhere.
      let isLost = change.new == nil && own == nil
      if own == change.old {
        if result != change.new { isDifferent = true }
      } else if own == change.new, !isLost {
        if result != own { isDifferent = true }
      } else if let old = change.old, let own, let new = change.new,
        old.isFile, own.isFile, new.isFile
      {
        guard let result, let mode = Self.merged(old.mode, own.mode, new.mode),
          result.mode == mode
        else {
          isDifferent = true
          continue
        }
        if let id = Self.merged(old.id, own.id, new.id) {
          if result.id != id { isDifferent = true }
        } else {
          files.append(
            File(
              path: change.path, base: old.id, ours: own.id, theirs: new.id, expected: result.id))
        }
      } else {
        verdict = .unclear(changes.flatMap { [$0.old?.id, $0.new?.id].compactMap(\.self) })
        return
      }
    }
    let touched = Set(changes.map(\.path))
    if isDifferent || !wanted.allSatisfy({ touched.contains($0.path) }) {
      verdict = .different
    } else {
      verdict = files.isEmpty ? .given : .merge(files)
    }
  }

  /// What comes of a value that one side changed at most, or both in the same way; `nil` where they differ.
  private static func merged<Value: Equatable>(
    _ base: Value, _ ours: Value, _ theirs: Value
  ) -> Value? {
    if ours == base { return theirs }
    return theirs == base || theirs == ours ? ours : nil
  }
}
