import CLibgit2
package import GitModel

extension TreeReader {
  /// The content of a longer file is not compared: it counts as equal only where it is the same.
  package static let contentLimit = 16 << 20

  /// Returns what changes do to the lines of files.
  ///
  /// Files that are binary, too long or not there count by their names.
  package func lines(of changes: [Change]) throws(GitError) -> LineChange {
    var counter = LineChange.Counter()
    for change in changes where change.old?.id != change.new?.id {
      let (old, new) = (change.old?.id, change.new?.id)
      guard let before = try text(of: change.old), let after = try text(of: change.new) else {
        counter.add(from: old, to: new)
        continue
      }
      before.withUnsafeBytes { before in
        after.withUnsafeBytes { after in counter.add(from: before, to: after) }
      }
    }
    return counter.change
  }

  /// Returns the lines of a file or link, none for what does not exist; `nil` where there are no lines to
  /// compare.
  private func text(of item: Item?) throws(GitError) -> [UInt8]? {
    guard let item else { return [] }
    // The name of a submodule's commit is all that is known of it.
    if item.isSubmodule { return nil }
    guard let bytes = try blob(item.id, limit: Self.contentLimit), !Self.isBinary(bytes) else {
      return nil
    }
    return bytes
  }

  /// Git's rule: a file is binary that has a NUL among its first 8,000 bytes.
  static func isBinary(_ bytes: [UInt8]) -> Bool { bytes.prefix(8000).contains(0) }
}
