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
    bytes += "\(rule.pattern) \(rule.attribute)=\(rule.value)\(lineBreak)".utf8
  }

  /// Says whether a line with this very pattern sets or unsets an attribute.
  private func sets(_ attribute: String, for pattern: String) -> Bool {
    bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      // Git takes a carriage return for a blank.
      let words = line.split { " \t\r".utf8.contains($0) }
        .map { String(decoding: $0, as: UTF8.self) }
      guard var first = words.first else { return false }
      if first.hasPrefix("\u{FEFF}") { first.removeFirst() }
      let names = [pattern, "/" + pattern, "\"\(pattern)\"", "\"/\(pattern)\""]
      return names.contains(first)
        && words.dropFirst().contains { word in
          let name = word.drop { "-!".contains($0) }.prefix { $0 != "=" }
          return name == attribute
        }
    }
  }

  /// The line break of the file's last line that has one.
  private var lineBreak: String {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")), end > 0 else { return "\n" }
    return bytes[end - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }
}
