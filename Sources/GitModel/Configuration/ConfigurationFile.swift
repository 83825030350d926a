/// Reads the files that hold git's configuration, as far as they are plain.
///
/// Most are. What is rare has many corners (above all, other files that are included), and whoever knows
/// these has to be asked about it: a reading is right or there is none.
package struct ConfigurationFile {
  private let bytes: [UInt8]
  private var position = 0
  private let scope: Configuration.Scope
  private var entries: [Configuration.Entry] = []
  /// What the current section puts before the names of its values.
  private var prefix: [UInt8] = []

  private init(_ bytes: [UInt8], scope: Configuration.Scope) {
    self.bytes = bytes
    self.scope = scope
  }

  /// Returns the values of a file in their order; `nil` for a file that is not plain, or wrong.
  package static func entries(
    in bytes: [UInt8], scope: Configuration.Scope
  ) -> [Configuration.Entry]? {
    var file = ConfigurationFile(bytes, scope: scope)
    while file.position < bytes.count {
      guard file.readLine() else { return nil }
    }
    return file.entries
  }

  /// Reads one line. Returns false where it is not plain.
  private mutating func readLine() -> Bool {
    skipBlanks()
    guard let byte = current else { return true }
    switch byte {
    case ASCII.lineFeed:
      position += 1
      return true
    case ASCII.hash, UInt8(ascii: ";"):
      skipLine()
      return true
    case UInt8(ascii: "["): return readSection()
    default: return readValue()
    }
  }

  /// Reads `[section]` or `[section "subsection"]`.
  private mutating func readSection() -> Bool {
    position += 1
    let name = take { ASCII.isAlphanumeric($0) || $0 == ASCII.hyphen }.map(ASCII.lowercased)
    // Included files are for those who know the conditions.
    if name.isEmpty || name.starts(with: "include".utf8) { return false }
    prefix = name + [Self.dot]
    if current == ASCII.space {
      position += 1
      guard current == Self.quote else { return false }
      position += 1
      guard let subsection = readSubsection() else { return false }
      prefix += subsection + [Self.dot]
    }
    guard current == UInt8(ascii: "]") else { return false }
    position += 1
    return endsLine()
  }

  /// Reads a subsection and the quote behind it.
  private mutating func readSubsection() -> [UInt8]? {
    var name: [UInt8] = []
    while let byte = current, byte != ASCII.lineFeed, byte != 0 {
      position += 1
      if byte == Self.quote { return name }
      if byte != Self.backslash {
        name.append(byte)
      } else if let escaped = current, escaped != ASCII.lineFeed, escaped != 0 {
        name.append(escaped)
        position += 1
      }
    }
    return nil
  }

  /// Reads `name` or `name = value`.
  private mutating func readValue() -> Bool {
    guard !prefix.isEmpty, let first = current, ASCII.isAlphanumeric(first), !ASCII.isDigit(first)
    else { return false }
    let name = take { ASCII.isAlphanumeric($0) || $0 == ASCII.hyphen }.map(ASCII.lowercased)
    skipBlanks()
    var value: [UInt8]?
    if current == UInt8(ascii: "=") {
      position += 1
      skipBlanks()
      guard let text = readText() else { return false }
      value = text
    } else if current == ASCII.hash || current == UInt8(ascii: ";") {
      // No comment may follow a name without a value.
      return false
    }
    guard endsLine() else { return false }
    entries.append(
      Configuration.Entry(
        normalized: String(decoding: prefix + name, as: UTF8.self),
        value: value.map { String(decoding: $0, as: UTF8.self) }, scope: scope))
    return true
  }

  /// Reads a value up to its comment or the line's end, which stay. Blanks inside of it stay as they are, those
  /// before it and behind it go.
  private mutating func readText() -> [UInt8]? {
    var text: [UInt8] = []
    var end = 0
    var isQuoted = false
    while let byte = current, byte != ASCII.lineFeed {
      switch byte {
      case Self.backslash:
        position += 1
        guard readEscape(into: &text) else { return nil }
        end = text.count
        continue
      case ASCII.tab where !isQuoted, ASCII.carriageReturn, 0:
        // Versions of git differ in what they make of these inside a value.
        let rest = bytes[position...].prefix { $0 != ASCII.lineFeed }
        guard rest.allSatisfy(ASCII.isSpace) else { return nil }
        position += rest.count
        continue
      case Self.quote:
        isQuoted.toggle()
        end = text.count
      case ASCII.hash where !isQuoted, UInt8(ascii: ";") where !isQuoted:
        return Array(text[..<end])
      case ASCII.space where !isQuoted:
        if !text.isEmpty { text.append(byte) }
      default:
        text.append(byte)
        end = text.count
      }
      position += 1
    }
    return isQuoted ? nil : Array(text[..<end])
  }

  /// Reads what stands behind a backslash. The line's end there is nothing: the value goes on below.
  private mutating func readEscape(into text: inout [UInt8]) -> Bool {
    if current == ASCII.carriageReturn { position += 1 }
    guard let byte = current else { return false }
    position += 1
    switch byte {
    case ASCII.lineFeed: return true
    case _ where bytes[position - 2] == ASCII.carriageReturn: return false
    case UInt8(ascii: "n"): text.append(ASCII.lineFeed)
    case UInt8(ascii: "t"): text.append(ASCII.tab)
    case UInt8(ascii: "b"): text.append(0x08)
    case Self.quote, Self.backslash: text.append(byte)
    default: return false
    }
    return true
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(while fits: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let found = bytes[position...].prefix(while: fits)
    position = found.endIndex
    return found
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == ASCII.space || byte == ASCII.tab { position += 1 }
  }

  private mutating func skipLine() { _ = take { $0 != ASCII.lineFeed } }

  /// Moves behind the line. Returns false where more than a comment is left of it.
  private mutating func endsLine() -> Bool {
    skipBlanks()
    if current == ASCII.hash || current == UInt8(ascii: ";") { skipLine() }
    if current == ASCII.carriageReturn { position += 1 }
    guard current == nil || current == ASCII.lineFeed else { return false }
    position += 1
    return true
  }

  private static let dot = UInt8(ascii: ".")
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
}
