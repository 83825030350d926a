import GitModel
import GitStore

/// Which files a change touches, as a number: equal for equal sets of paths, whatever is done to them.
struct PathSignature: Hashable, Sendable {
  private var sum: UInt64 = 0
  private(set) var count = 0

  /// - Parameter paths: Each once.
  init(_ paths: some Collection<[UInt8]>) {
    for path in paths {
      var pathHash = FNVHash()
      pathHash.combine(path)
      var hash = pathHash.value
      // Without the mixing, sums of similar paths would be alike.
      hash ^= hash >> 29
      hash = hash &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 32
      sum &+= hash
    }
    count = paths.count
  }

  /// Whether nothing is touched.
  var isEmpty: Bool { count == 0 }
}
