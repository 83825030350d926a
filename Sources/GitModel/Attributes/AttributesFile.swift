/// The content of a file `.gitattributes`.
package struct AttributesFile: Hashable, Sendable {
  /// One line: the files that it is about, and an attribute with its value.
  package struct Rule: Hashable, Sendable {
    package var pattern: String
    package var attribute: String
    package var value: String

    package init(_ pattern: String, _ attribute: String, _ value: String) {
      self.pattern = pattern
      self.attribute = attribute
      self.value = value
    }
  }

  package private(set) var bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Adds a rule at the end, where it wins over all others, in the line ends of the file. A file that says
  /// something about the attribute for the same pattern is left alone, whatever it says.
  package mutating func add(_ rule: Rule) {
    if sets(rule.attribute, for: rule.pattern) { return }
    let lineBreak = lineBreak
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes += lineBreak.utf8 }
    let pattern = Self.quoted(rule.pattern)
    bytes += "\(pattern) \(rule.attribute)=\(rule.value)\(lineBreak)".utf8
  }

  /// Returns a pattern as it is written: in quotes where blanks or its first character ask for them.
  private static func quoted(_ pattern: String) -> String {
    let isOdd = pattern.unicodeScalars.contains { $0 == "\"" || $0.properties.isWhitespace }
    guard isOdd || "#!".contains(pattern.first ?? "a") else { return pattern }
    return "\"" + pattern.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Says whether a line with this very pattern sets or unsets an attribute.
  private func sets(_ attribute: String, for pattern: String) -> Bool {
    let names = [pattern, "/" + pattern].flatMap { [$0, Self.quoted($0), "\"\($0)\""] }
    return bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      var text = String(decoding: line, as: UTF8.self)[...]
      if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
      text = text.drop(while: Self.isBlank)
      return names.contains { name in
        guard text.hasPrefix(name) else { return false }
        let rest = text.dropFirst(name.count)
        // Git takes a carriage return for a blank.
        return rest.first.map(Self.isBlank) == true
          && rest.split(whereSeparator: Self.isBlank).contains { word in
            word.drop { "-!".contains($0) }.prefix { $0 != "=" } == attribute
          }
      }
    }
  }

  private static func isBlank(_ character: Character) -> Bool { " \t\r".contains(character) }

  /// The line break of the file's last line that has one.
  private var lineBreak: String {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")), end > 0 else { return "\n" }
    return bytes[end - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }
}
