/// The name of a git object: a SHA-1 of 20 bytes.
///
/// Ordered by its bytes, as git orders object names. Repositories with SHA-256 names are refused
/// when they are opened.
package struct ObjectID: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// The name of no object, which git writes for "nothing": forty zeros.
  package static let zero = ObjectID(high: 0, middle: 0, low: 0)

  private init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// Creates an object name from exactly 20 bytes; `nil` for any other count.
  ///
  /// Not generic on purpose: a history has millions of names, and code that is generic across modules is
  /// not specialised.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 20 else { return nil }
    self.init(
      high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
      middle: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      low: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
  }

  /// Creates an object name from exactly 20 bytes; `nil` for any other count.
  package init?(bytes: [UInt8]) {
    guard let id = bytes.withUnsafeBytes({ ObjectID(bytes: $0) }) else { return nil }
    self = id
  }

  /// Creates an object name from 40 hexadecimal digits of either case; `nil` for anything else.
  package init?(hex: some Collection<UInt8>) {
    guard hex.count == 40 else { return nil }
    var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
    for (offset, digit) in hex.enumerated() {
      guard let value = ObjectID.value(ofHexDigit: digit) else { return nil }
      switch offset {
      case 0..<16: words.0 = words.0 << 4 | UInt64(value)
      case 16..<32: words.1 = words.1 << 4 | UInt64(value)
      default: words.2 = words.2 << 4 | UInt32(value)
      }
    }
    self.init(high: words.0, middle: words.1, low: words.2)
  }

  /// Creates an object name from a string of 40 hexadecimal digits.
  package init?(_ text: some StringProtocol) {
    self.init(hex: Array(text.utf8))
  }

  /// The 20 bytes of the name.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(20)
    for shift in stride(from: 56, through: 0, by: -8) {
      result.append(UInt8(truncatingIfNeeded: high >> UInt64(shift)))
    }
    for shift in stride(from: 56, through: 0, by: -8) {
      result.append(UInt8(truncatingIfNeeded: middle >> UInt64(shift)))
    }
    for shift in stride(from: 24, through: 0, by: -8) {
      result.append(UInt8(truncatingIfNeeded: low >> UInt32(shift)))
    }
    return result
  }

  /// The name as 40 lower-case hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(40)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first ten digits, enough for a person to recognise the object.
  package var abbreviated: String { String(description.prefix(10)) }

  /// The first seven hexadecimal digits as a number: what git's shortest abbreviations hold.
  package var leadingDigits: UInt32 { UInt32(high >> 36) }

  package func hash(into hasher: inout Hasher) {
    // An object name is already a hash: one word of it spreads as well as all of it.
    hasher.combine(high)
  }

  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }

  private static func value(ofHexDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
