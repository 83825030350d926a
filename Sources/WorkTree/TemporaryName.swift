import SystemPackage

/// The names of files that are written beside their destination before they take its place:
/// `.<name>.execplan-<16 hexadecimal digits>`.
enum TemporaryName {
  private static let mark = ".execplan-"
  private static let digits = 16

  /// Returns a new name for a file that is to become `name`.
  static func make(for name: String) -> String {
    // A name has room for 255 bytes, and the file's own may use them all.
    var start = ""
    for scalar in name.unicodeScalars {
      guard start.utf8.count + String(scalar).utf8.count <= 120 else { break }
      start.unicodeScalars.append(scalar)
    }
    let random = String(UInt64.random(in: 0 ... .max), radix: 16)
    return "." + start + mark + String(repeating: "0", count: digits - random.count) + random
  }

  /// Says whether a name is one of these.
  static func isOne(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.first == UInt8(ascii: "."), bytes.count > mark.utf8.count + digits,
      bytes.dropLast(digits).suffix(mark.utf8.count).elementsEqual(mark.utf8)
    else { return false }
    return bytes.suffix(digits).allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
      default: false
      }
    }
  }
}
