/// The hash FNV-1a of 64 bits: the same in every run, and good enough to find candidates by.
///
/// Its methods are inlinable, since unspecialised generic code of another module is many times slower.
package struct FNVHash: Hashable, Sendable {
  @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable package init() {}

  /// Goes on from a value as if its bytes had just been combined.
  package init(continuing value: UInt64) { state = value }

  /// The hash of what was combined so far.
  @inlinable package var value: UInt64 { state }

  @inlinable package mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte: byte) }
  }

  @inlinable package mutating func combine(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      combine(byte: UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  /// Takes back that some bytes were combined last.
  package mutating func remove(_ bytes: some BidirectionalCollection<UInt8>) {
    // The factor of the hash times this one is 1.
    for byte in bytes.reversed() { state = (state &* 0xCE96_5057_AFF6_957B) ^ UInt64(byte) }
  }

  @inlinable mutating func combine(byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
