package import GitModel

extension TreeReader {
  /// What stands at a path of a tree: a file, a link or a submodule.
  package struct Item: Hashable, Sendable {
    package let id: ObjectID
    /// The mode in git's octal digits, as a number: 0o100644 for a file.
    package let mode: Int

    var isFile: Bool { mode & 0o170000 == 0o100000 }
    var isSubmodule: Bool { mode == 0o160000 }
  }

  /// A path that two trees do not share.
  package struct Change: Hashable, Sendable {
    /// The path's bytes, which need not be UTF-8.
    package let path: [UInt8]
    /// What the first tree has there, `nil` for nothing.
    package let old: Item?
    /// What the second tree has there, `nil` for nothing.
    package let new: Item?

    /// Whether a file gets another mode and keeps its content.
    var isModeAlone: Bool {
      guard let old, let new else { return false }
      return old.id == new.id && old.isFile && new.isFile
    }
  }

  /// Returns the files, links and submodules that differ between two trees, in git's order; `nil` where
  /// there are more than `limit` of them.
  ///
  /// - Parameter old: The tree before, `nil` for an empty one.
  /// - Complexity: O(*n*) in the entries of the folders that differ.
  package func changes(
    from old: ObjectID?, to new: ObjectID?, limit: Int = .max
  ) throws(GitError) -> [Change]? {
    var found: [Change] = []
    let isWhole = try collect(old, new, prefix: [], depth: 0, limit: limit, into: &found)
    return isWhole ? found : nil
  }

  /// Returns what a path names in a tree; `nil` for nothing and for a folder.
  package func item(at path: [UInt8], in tree: ObjectID) throws(GitError) -> Item? {
    var folder = tree
    let names = path.split(separator: UInt8(ascii: "/"))
    for (depth, name) in names.enumerated() {
      guard let entry = try entries(of: folder).first(where: { $0.nameBytes.elementsEqual(name) })
      else { return nil }
      if depth == names.count - 1 {
        return entry.isTree ? nil : Item(id: entry.id, mode: entry.mode)
      }
      guard entry.isTree else { return nil }
      folder = entry.id
    }
    return nil
  }

  /// Adds the changes between two folders; returns false once there are too many.
  private func collect(
    _ old: ObjectID?, _ new: ObjectID?, prefix: [UInt8], depth: Int, limit: Int,
    into found: inout [Change]
  ) throws(GitError) -> Bool {
    // A tree made to be hostile ends here.
    guard old != new, depth < 1024 else { return true }
    let before = try old.map { id throws(GitError) in try entries(of: id) } ?? []
    let after = try new.map { id throws(GitError) in try entries(of: id) } ?? []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      let (one, other) = TreeEntry.next(before, &left, after, &right)
      if let one, let other, one.id == other.id, one.mode == other.mode { continue }
      guard let entry = other ?? one else { continue }
      let path = prefix + entry.nameBytes
      if entry.isTree {
        guard
          try collect(
            one?.id, other?.id, prefix: path + [UInt8(ascii: "/")], depth: depth + 1,
            limit: limit, into: &found)
        else { return false }
      } else {
        if found.count >= limit { return false }
        found.append(
          Change(
            path: path, old: one.map { Item(id: $0.id, mode: $0.mode) },
            new: other.map { Item(id: $0.id, mode: $0.mode) }))
      }
    }
    return true
  }
}
