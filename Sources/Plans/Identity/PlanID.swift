/// The lasting name of an execution plan: `EP-YYYYMMDD-NNN`.
///
/// Ordered by date, then by sequence. The calendar is not checked here: a plan named on the 31st of
/// February still is that plan; validation reports the date.
package struct PlanID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The eight digits of the date, as a number: 20260117.
  package let day: Int
  /// The sequence within the day, 0 to 999. The format starts at 1.
  package let sequence: Int

  /// Creates an ID from its parts; `nil` where one of them has too many digits.
  package init?(day: Int, sequence: Int) {
    guard (0...99_999_999).contains(day), (0...999).contains(sequence) else { return nil }
    self.day = day
    self.sequence = sequence
  }

  /// Creates an ID from text that is one whole: `EP-`, eight digits, `-`, three digits.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == PlanID.length, let id = PlanID(prefixOf: bytes[...]) else { return nil }
    self = id
  }

  /// The number of bytes of every ID.
  package static let length = 15

  /// Creates an ID from the first 15 bytes of `bytes`; what follows them is not looked at.
  package init?(prefixOf bytes: ArraySlice<UInt8>) {
    guard bytes.count >= PlanID.length else { return nil }
    let start = bytes.startIndex
    guard bytes[start] == UInt8(ascii: "E"), bytes[start + 1] == UInt8(ascii: "P"),
      bytes[start + 2] == UInt8(ascii: "-"), bytes[start + 11] == UInt8(ascii: "-"),
      let day = Self.number(bytes[(start + 3)..<(start + 11)]),
      let sequence = Self.number(bytes[(start + 12)..<(start + 15)])
    else { return nil }
    self.day = day
    self.sequence = sequence
  }

  /// Returns every ID in `text` that stands alone, in order of appearance: no letter or digit touches
  /// it, so that `EP-20260310-open-issue` and `XEP-20260117-0145` hold none.
  package static func all(in text: some StringProtocol) -> [PlanID] {
    occurrences(in: Array(text.utf8)).map(\.id)
  }

  /// Returns every ID in `bytes` that stands alone, with the index of its first byte.
  package static func occurrences(in bytes: [UInt8]) -> [(offset: Int, id: PlanID)] {
    var found: [(offset: Int, id: PlanID)] = []
    var position = 0
    while position + length <= bytes.count {
      if bytes[position] == UInt8(ascii: "E"),
        position == 0 || !isWordByte(bytes[position - 1]),
        let id = PlanID(prefixOf: bytes[position...]),
        position + length == bytes.count || !isWordByte(bytes[position + length])
      {
        found.append((position, id))
        position += length
      } else {
        position += 1
      }
    }
    return found
  }

  package var description: String {
    "EP-" + Self.padded(day, to: 8) + "-" + Self.padded(sequence, to: 3)
  }

  package static func < (left: PlanID, right: PlanID) -> Bool {
    (left.day, left.sequence) < (right.day, right.sequence)
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: byte >= 0x80
    }
  }

  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
