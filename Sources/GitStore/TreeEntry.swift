import GitModel

/// One entry of a tree object.
struct TreeEntry {
  /// The file mode in git's octal digits, as a number: 0o040000 for a folder, 0o120000 for a link. Others than
  /// git writes today are those that it makes of them.
  let mode: Int
  /// The name as git stores it, which need not be UTF-8: a part of the tree object's bytes.
  let nameBytes: ArraySlice<UInt8>
  let id: ObjectID

  var isTree: Bool { mode == 0o040000 }
  var isRegularFile: Bool { mode & 0o170000 == 0o100000 }
  var name: String { String(decoding: nameBytes, as: UTF8.self) }

  /// Reads a tree object's bytes; entries in git's order. A damaged tree gives what came before the
  /// damage.
  static func entries(of bytes: UnsafeRawBufferPointer) -> [TreeEntry] {
    // One copy that all names share: folders with thousands of files are read over and over.
    let tree = Array(bytes)
    var entries: [TreeEntry] = []
    entries.reserveCapacity(tree.count / 36)
    var position = 0
    while position < tree.count {
      var mode = 0
      while position < tree.count, tree[position] != UInt8(ascii: " ") {
        mode = mode << 3 | Int(tree[position] & 7)
        position += 1
      }
      let nameStart = position + 1
      var nameEnd = nameStart
      while nameEnd < tree.count, tree[nameEnd] != 0 { nameEnd += 1 }
      guard nameEnd + 20 < tree.count,
        let id = ObjectID(
          bytes: UnsafeRawBufferPointer(rebasing: bytes[(nameEnd + 1)..<(nameEnd + 21)]))
      else { return entries }
      entries.append(TreeEntry(mode: canonical(mode), nameBytes: tree[nameStart..<nameEnd], id: id))
      position = nameEnd + 21
    }
    return entries
  }

  /// Returns the mode that git takes another one for, as its `canon_mode` does: in 2005 it wrote those of the
  /// file system.
  private static func canonical(_ mode: Int) -> Int {
    switch mode & 0o170000 {
    case 0o100000: mode & 0o100 == 0 ? 0o100644 : 0o100755
    case 0o040000: 0o040000
    case 0o120000: 0o120000
    default: 0o160000
    }
  }

  /// Orders names as git orders tree entries: a folder sorts as if its name ended with `/`.
  func precedes(_ other: TreeEntry) -> Bool {
    var (left, right) = (nameBytes.startIndex, other.nameBytes.startIndex)
    while left < nameBytes.endIndex, right < other.nameBytes.endIndex {
      let (one, another) = (nameBytes[left], other.nameBytes[right])
      if one != another { return one < another }
      left += 1
      right += 1
    }
    func end(_ entry: TreeEntry, _ place: Int) -> UInt8 {
      if place < entry.nameBytes.endIndex { return entry.nameBytes[place] }
      return entry.isTree ? UInt8(ascii: "/") : 0
    }
    return end(self, left) < end(other, right)
  }

  /// Takes the next name of two trees' entries, and moves behind it: both sides where both have it as the
  /// same sort of entry, else the one that comes first.
  static func next(
    _ before: [TreeEntry], _ left: inout Int, _ after: [TreeEntry], _ right: inout Int
  ) -> (old: TreeEntry?, new: TreeEntry?) {
    var old = left < before.count ? before[left] : nil
    var new = right < after.count ? after[right] : nil
    if let one = old, let other = new,
      one.nameBytes != other.nameBytes || one.isTree != other.isTree
    {
      if one.precedes(other) { new = nil } else { old = nil }
    }
    if old != nil { left += 1 }
    if new != nil { right += 1 }
    return (old, new)
  }
}
