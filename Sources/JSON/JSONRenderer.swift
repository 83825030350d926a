/// Writes JSON values as text, without a final newline.
///
/// With `.pretty`, `sortsKeys` and `escapesNonASCII` the text is what Python's
/// `json.dumps(value, indent=2, sort_keys=True)` writes, byte for byte.
package struct JSONRenderer: Hashable, Sendable {
  /// How the text is laid out.
  package enum Layout: Hashable, Sendable {
    /// One line, no blanks.
    case compact
    /// One member or element a line, two spaces of indentation; empty ones as `{}` and `[]`.
    case pretty
  }

  package var layout: Layout
  /// Whether the members of objects are written in the order of their keys' code points.
  package var sortsKeys: Bool
  /// Whether everything but printable ASCII is written as `\uXXXX`.
  package var escapesNonASCII: Bool

  package init(
    layout: Layout = .pretty, sortsKeys: Bool = false, escapesNonASCII: Bool = false
  ) {
    self.layout = layout
    self.sortsKeys = sortsKeys
    self.escapesNonASCII = escapesNonASCII
  }

  /// Returns `value` as text.
  package func render(_ value: JSONValue) -> String {
    var output: [UInt8] = []
    append(value, depth: 0, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func append(_ value: JSONValue, depth: Int, to output: inout [UInt8]) {
    switch value {
    case .null: output += "null".utf8
    case .boolean(let flag): output += (flag ? "true" : "false").utf8
    case .integer(let number): output += String(number).utf8
    case .string(let text): append(quoted: text, to: &output)
    case .array(let elements):
      appendList(elements, between: ("[", "]"), depth: depth, to: &output) { element, output in
        append(element, depth: depth + 1, to: &output)
      }
    case .object(let members):
      appendList(inOrder(members), between: ("{", "}"), depth: depth, to: &output) {
        member, output in
        append(quoted: member.key, to: &output)
        output += (layout == .pretty ? ": " : ":").utf8
        append(member.value, depth: depth + 1, to: &output)
      }
    }
  }

  private func appendList<Element>(
    _ elements: [Element], between brackets: (String, String), depth: Int,
    to output: inout [UInt8], appendElement: (Element, inout [UInt8]) -> Void
  ) {
    output += brackets.0.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      appendLineBreak(depth: depth + 1, to: &output)
      appendElement(element, &output)
    }
    if !elements.isEmpty { appendLineBreak(depth: depth, to: &output) }
    output += brackets.1.utf8
  }

  private func appendLineBreak(depth: Int, to output: inout [UInt8]) {
    guard layout == .pretty else { return }
    output.append(UInt8(ascii: "\n"))
    output += repeatElement(UInt8(ascii: " "), count: depth * 2)
  }

  private func inOrder(_ members: [JSONMember]) -> [JSONMember] {
    guard sortsKeys else { return members }
    // The order of UTF-8 bytes is the order of code points.
    return members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  private func append(quoted text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += #"\""#.utf8
      case "\\": output += #"\\"#.utf8
      case "\n": output += #"\n"#.utf8
      case "\r": output += #"\r"#.utf8
      case "\t": output += #"\t"#.utf8
      case "\u{8}": output += #"\b"#.utf8
      case "\u{C}": output += #"\f"#.utf8
      case " "..."~": output.append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where escapesNonASCII || Self.isUnsafe(scalar):
        for unit in String(scalar).utf16 { append(escaped: unit, to: &output) }
      default: output += String(scalar).utf8
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a scalar could steer a terminal that shows the JSON, or reorder what it shows: control
  /// characters, also those above ASCII, and bidirectional formatting.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private func append(escaped unit: UInt16, to output: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    output += #"\u"#.utf8
    output += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    output += digits.utf8
  }
}
