/// The folders that GIT_ALTERNATE_OBJECT_DIRECTORIES lists.
package enum ObjectDirectories {
  /// Splits the list at its colons. A path that holds a colon itself or begins with a quotation mark is in
  /// quotation marks, with the escapes of C, as git writes it for the hooks of a push.
  package static func paths(in list: String) -> [String] {
    var paths: [String] = []
    var rest = Array(list.utf8)[...]
    while !rest.isEmpty {
      var path: [UInt8]
      if rest.first == quote, let (unquoted, end) = unquoted(rest) {
        path = unquoted
        rest = rest[end...]
      } else {
        path = []
      }
      // What follows a closing quotation mark belongs to the path as it does for git.
      path += rest.prefix { $0 != colon }
      rest = rest.drop { $0 != colon }.dropFirst()
      // A comment or nothing.
      if path.isEmpty || path.first == UInt8(ascii: "#") { continue }
      paths.append(String(decoding: path, as: UTF8.self))
    }
    return paths
  }

  private static let quote = UInt8(ascii: "\"")
  private static let colon = UInt8(ascii: ":")
  private static let backslash = UInt8(ascii: "\\")

  /// Returns what stands in quotation marks, and the place behind them; `nil` where they are not closed or an
  /// escape is none.
  private static func unquoted(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], end: Int)? {
    var bytes: [UInt8] = []
    var rest = text.dropFirst()
    while let byte = rest.popFirst() {
      if byte == quote { return (bytes, rest.startIndex) }
      guard byte == backslash else {
        bytes.append(byte)
        continue
      }
      guard let escape = rest.popFirst() else { return nil }
      switch escape {
      case UInt8(ascii: "a"): bytes.append(7)
      case UInt8(ascii: "b"): bytes.append(8)
      case UInt8(ascii: "t"): bytes.append(9)
      case UInt8(ascii: "n"): bytes.append(10)
      case UInt8(ascii: "v"): bytes.append(11)
      case UInt8(ascii: "f"): bytes.append(12)
      case UInt8(ascii: "r"): bytes.append(13)
      case quote, backslash: bytes.append(escape)
      case UInt8(ascii: "0")...UInt8(ascii: "3"):
        let digits = [escape] + rest.prefix(2)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }) else {
          return nil
        }
        rest = rest.dropFirst(2)
        bytes.append(digits.reduce(0) { $0 << 3 | ($1 & 7) })
      default: return nil
      }
    }
    return nil
  }
}
