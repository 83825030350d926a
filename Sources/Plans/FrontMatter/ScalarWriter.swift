import YAML

/// Writes text as YAML scalars on one line.
enum ScalarWriter {
  /// The two kinds of quotes.
  enum Quotes: Hashable, Sendable {
    case single, double
  }

  /// Returns `text` in quotes; in double ones where single ones cannot hold it.
  static func quoted(_ text: String, _ quotes: Quotes) -> String {
    if quotes == .single, text.unicodeScalars.allSatisfy({ !needsEscape($0) }) {
      return "'" + content(text, in: .single) + "'"
    }
    return "\"" + content(text, in: .double) + "\""
  }

  /// Returns what stands between the quotes for `text`. A character that single quotes cannot hold is
  /// left out there.
  static func content(_ text: String, in quotes: Quotes) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch (quotes, scalar) {
      case (.single, "'"): output.append(contentsOf: "''".unicodeScalars)
      case (.single, _): if !needsEscape(scalar) { output.append(scalar) }
      case (.double, "\""): output.append(contentsOf: #"\""#.unicodeScalars)
      case (.double, "\\"): output.append(contentsOf: #"\\"#.unicodeScalars)
      case (.double, "\n"): output.append(contentsOf: #"\n"#.unicodeScalars)
      case (.double, "\r"): output.append(contentsOf: #"\r"#.unicodeScalars)
      case (.double, "\t"): output.append(contentsOf: #"\t"#.unicodeScalars)
      case (.double, _) where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16)
        let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
        output.append(contentsOf: (#"\u"# + zeros + digits).unicodeScalars)
      case (.double, _): output.append(scalar)
      }
    }
    return String(output)
  }

  /// Returns `text` without quotes where it can stand so and means itself, else in quotes.
  static func plainOrQuoted(_ text: String, quotes: Quotes, inFlow: Bool) -> String {
    let kind = YAMLResolution.plain(text).kind
    let meansItself = kind == .text || kind == .timestamp
    return meansItself && canStandPlain(text, inFlow: inFlow) ? text : quoted(text, quotes)
  }

  /// Says whether `text` can be written without quotes, careful rather than clever: a few texts that YAML
  /// would take are refused.
  static func canStandPlain(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    guard !"-?:,[]{}#&*!|>'\"%@`=<~ ".unicodeScalars.contains(first), last != " ", last != ":",
      text != "...", text.unicodeScalars.allSatisfy({ !needsEscape($0) })
    else { return false }
    if inFlow {
      return !text.unicodeScalars.contains { ",[]{}:?#&*!|>'\"%@`".contains($0) }
    }
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated().dropLast() where byte == UInt8(ascii: ":") {
      if bytes[index + 1] == UInt8(ascii: " ") { return false }
    }
    for (index, byte) in bytes.enumerated().dropFirst() where byte == UInt8(ascii: "#") {
      if bytes[index - 1] == UInt8(ascii: " ") { return false }
    }
    return true
  }

  /// Whether a character cannot stand in a scalar as it is, or would end its line.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
