/// Reads JSON as RFC 8259 has it, but for numbers with a fraction or an exponent, which `JSONValue` cannot
/// hold, and for names that an object has twice.
package struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  /// Deeper nesting is refused.
  private static let depthLimit = 64

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private struct Invalid: Error {}

  /// Returns the value that a text holds, `nil` where it is no JSON or none that can be held.
  package static func parse(_ bytes: [UInt8]) -> JSONValue? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var parser = JSONParser(bytes)
    guard let value = try? parser.value(depth: 0) else { return nil }
    parser.skipBlanks()
    return parser.position == bytes.count ? value : nil
  }

  private mutating func value(depth: Int) throws(Invalid) -> JSONValue {
    skipBlanks()
    guard position < bytes.count, depth < Self.depthLimit else { throw Invalid() }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .integer(try integer())
    }
  }

  private mutating func members(depth: Int) throws(Invalid) -> [JSONMember] {
    var members: [JSONMember] = []
    var keys: Set<String> = []
    position += 1
    if take("}") { return [] }
    repeat {
      skipBlanks()
      let key = try string()
      guard keys.insert(key).inserted, take(":") else { throw Invalid() }
      members.append(JSONMember(key, try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw Invalid() }
    return members
  }

  private mutating func elements(depth: Int) throws(Invalid) -> [JSONValue] {
    var elements: [JSONValue] = []
    position += 1
    if take("]") { return [] }
    repeat { elements.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw Invalid() }
    return elements
  }

  private mutating func string() throws(Invalid) -> String {
    guard next() == UInt8(ascii: "\"") else { throw Invalid() }
    var units: [UInt8] = []
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): units += String(try escaped()).utf8
      case ..<0x20: throw Invalid()
      default: units.append(byte)
      }
    }
    throw Invalid()
  }

  /// Reads what stands behind a backslash.
  private mutating func escaped() throws(Invalid) -> Unicode.Scalar {
    switch next() {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw Invalid()
    }
    let unit = try codeUnit()
    guard UTF16.isLeadSurrogate(unit) else {
      guard let scalar = Unicode.Scalar(unit) else { throw Invalid() }
      return scalar
    }
    guard next() == UInt8(ascii: "\\"), next() == UInt8(ascii: "u") else { throw Invalid() }
    let trail = try codeUnit()
    guard UTF16.isTrailSurrogate(trail) else { throw Invalid() }
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }

  private mutating func codeUnit() throws(Invalid) -> UInt16 {
    guard position + 4 <= bytes.count else { throw Invalid() }
    let digits = bytes[position..<position + 4]
    position += 4
    // `UInt16.init` would take a sign.
    guard digits.allSatisfy({ UInt8(ascii: "0") <= $0 && $0 != UInt8(ascii: "+") }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw Invalid() }
    return unit
  }

  private mutating func integer() throws(Invalid) -> Int {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    let hasZeros = position - first > 1 && bytes[first] == UInt8(ascii: "0")
    let isWhole = position == bytes.count || !".eE".utf8.contains(bytes[position])
    guard position > first, !hasZeros, isWhole,
      let number = Int(String(decoding: bytes[start..<position], as: UTF8.self))
    else { throw Invalid() }
    return number
  }

  private mutating func word(_ text: String, _ value: JSONValue) throws(Invalid) -> JSONValue {
    guard bytes[position...].starts(with: text.utf8) else { throw Invalid() }
    position += text.utf8.count
    return value
  }

  /// Passes over blanks and a character; returns false where another one stands there.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func next() -> UInt8? {
    guard position < bytes.count else { return nil }
    position += 1
    return bytes[position - 1]
  }

  private mutating func skipBlanks() {
    while position < bytes.count, " \t\r\n".utf8.contains(bytes[position]) { position += 1 }
  }
}
