import GitModel
import GitStore

/// Which files a change touches, as a number: equal for equal sets of paths, whatever is done to them.
struct PathSignature: Hashable, Sendable {
  /// The paths of a larger change, such as an import of whole trees, are not told apart.
  static let limit = 20_000
  /// What all such changes have.
  static let vast = PathSignature(vast: ())

  private var sum: UInt64 = 0
  private(set) var count = 0

  private init(vast: ()) { count = .max }

  /// - Parameter paths: Each once.
  init(_ paths: some Collection<[UInt8]>) {
    if paths.count > Self.limit {
      self = .vast
    } else {
      for path in paths { add(path) }
    }
  }

  /// Adds a path that is not among the others.
  mutating func add(_ path: [UInt8]) {
    sum &+= Self.hash(path)
    count += 1
  }

  /// Takes away a path that is among the others.
  mutating func remove(_ path: [UInt8]) {
    sum &-= Self.hash(path)
    count -= 1
  }

  /// Whether nothing is touched.
  var isEmpty: Bool { count == 0 }

  private static func hash(_ path: [UInt8]) -> UInt64 {
    var pathHash = FNVHash()
    pathHash.combine(path)
    var hash = pathHash.value
    // Without the mixing, sums of similar paths would be alike.
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    return hash
  }
}
