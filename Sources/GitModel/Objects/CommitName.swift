/// A commit as messages name it: by all 40 digits of its name or by the first ones.
package struct CommitName: Hashable, Sendable, CustomStringConvertible {
  /// Lower-case hexadecimal digits, 7 to 40.
  package let description: String

  /// Creates a name from hexadecimal digits of either case; `nil` for fewer than 7, for more than 40, and
  /// for anything else. Git abbreviates to 7 digits at least.
  package init?(hex: some Collection<UInt8>) {
    guard (7...40).contains(hex.count) else { return nil }
    var digits: [UInt8] = []
    digits.reserveCapacity(hex.count)
    for digit in hex {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"):
        digits.append(digit)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(digit | 0x20)
      default: return nil
      }
    }
    description = String(decoding: digits, as: UTF8.self)
  }

  /// The whole name, `nil` for an abbreviation.
  package var id: ObjectID? { ObjectID(description) }
}
