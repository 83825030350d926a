/// Which lines a change adds and takes away, as hashes: wherever they stand, whatever file they are in, and
/// whatever blanks are in them, since patch-ids leave these out too.
///
/// Changes with the same patch-id have equal line changes. A commit that a merge makes on its own holds the
/// line change of what was merged, or a part of it where the other side had made some of the same edits.
package struct LineChange: Hashable, Sendable {
  /// A longer list is not kept: its sum has to do.
  private static let listLimit = 256

  /// Equal for equal line changes.
  package let sum: UInt64
  /// The hashes in ascending order, each as often as its line is added or taken away; `nil` for too many.
  private let hashes: [UInt64]?

  fileprivate init(counts: [UInt64: Int]) {
    var sum: UInt64 = 0
    var hashes: [UInt64] = []
    var isListed = true
    for (line, count) in counts where count != 0 {
      let hash = count > 0 ? line : LineChange.mixed(~line)
      sum &+= hash &* UInt64(count.magnitude)
      if isListed, hashes.count + Int(count.magnitude) <= Self.listLimit {
        hashes += repeatElement(hash, count: Int(count.magnitude))
      } else {
        isListed = false
      }
    }
    self.sum = sum
    self.hashes = isListed ? hashes.sorted() : nil
  }

  /// Whether no line changes: where only modes, or empty files do.
  package var isEmpty: Bool { hashes?.isEmpty ?? false }

  /// One number under which to look for this change, if it is part of another one: see `keys`.
  package var mark: UInt64 { hashes.map { $0.first ?? 0 } ?? sum }

  /// The marks that a change may have which is part of this one.
  package var keys: Set<UInt64> { Set(hashes ?? []).union([0, sum]) }

  /// Whether everything that this change does to lines, the other one does as well.
  package func isPart(of other: LineChange) -> Bool {
    if isEmpty || sum == other.sum { return true }
    guard let hashes, let others = other.hashes, hashes.count <= others.count else { return false }
    var place = 0
    for hash in hashes {
      while place < others.count, others[place] < hash { place += 1 }
      guard place < others.count, others[place] == hash else { return false }
      place += 1
    }
    return true
  }

  fileprivate static func mixed(_ value: UInt64) -> UInt64 {
    var hash = value
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    return hash
  }

  /// Counts lines file by file.
  package struct Counter {
    private var counts: [UInt64: Int] = [:]

    package init() {}

    /// What was counted.
    package var change: LineChange { LineChange(counts: counts) }

    /// Counts what becomes of one file's content. Only what is between the first and the last difference is
    /// looked at.
    package mutating func add(from old: UnsafeRawBufferPointer, to new: UnsafeRawBufferPointer) {
      let newline = UInt8(ascii: "\n")
      var start = 0
      var lineStart = 0
      let shorter = min(old.count, new.count)
      while start < shorter, old[start] == new[start] {
        start += 1
        if old[start - 1] == newline { lineStart = start }
      }
      var tail = 0
      var lineTail = 0
      while tail < shorter - lineStart, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
        // A line is the same to its beginning where the byte before it is the end of another.
        if old[old.count - 1 - tail] == newline { lineTail = tail }
        tail += 1
      }
      addLines(UnsafeRawBufferPointer(rebasing: old[lineStart..<(old.count - lineTail)]), -1)
      addLines(UnsafeRawBufferPointer(rebasing: new[lineStart..<(new.count - lineTail)]), 1)
    }

    /// Counts something that has a name and no lines: a binary file, a submodule.
    package mutating func add(from old: ObjectID?, to new: ObjectID?) {
      for (id, count) in [(old, -1), (new, 1)] {
        guard let id else { continue }
        var hash = FNVHash()
        hash.combine(id.bytes)
        counts[LineChange.mixed(hash.value), default: 0] += count
      }
    }

    private mutating func addLines(_ text: UnsafeRawBufferPointer, _ count: Int) {
      var hash = FNVHash()
      var isOpen = false
      for byte in text {
        switch byte {
        case UInt8(ascii: "\n"):
          counts[LineChange.mixed(hash.value), default: 0] += count
          hash = FNVHash()
          isOpen = false
        case UInt8(ascii: " "), 9, 11, 12, 13: isOpen = true
        default:
          hash.combine(byte: byte)
          isOpen = true
        }
      }
      if isOpen { counts[LineChange.mixed(hash.value), default: 0] += count }
    }
  }
}
