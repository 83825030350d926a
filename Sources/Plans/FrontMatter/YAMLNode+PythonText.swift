import YAML

// agentrules reads front matter with PyYAML and writes `str(value)` into its registry, so that a
// number, a date or an empty value leaves Python's spelling there. These are the same spellings.
extension YAMLNode {
  /// What Python's `str()` makes of the value that PyYAML's `safe_load` makes of this node.
  var pythonText: String {
    if case .text(let text) = resolution { return text }
    if case .timestamp(let spelling) = resolution { return PythonTime(spelling)?.text ?? spelling }
    return pythonRepresentation
  }

  /// What Python's `repr()` makes of it.
  private var pythonRepresentation: String {
    switch resolution {
    case .text(let text): return Self.pythonQuoted(text)
    case .null: return "None"
    case .boolean(let flag): return flag ? "True" : "False"
    case .integer(let spelling): return Self.decimal(spelling)
    case .float(let spelling): return Self.float(spelling)
    case .timestamp(let spelling): return PythonTime(spelling)?.representation ?? spelling
    case .collection: break
    }
    switch content {
    case .sequence(let items, _):
      return "[" + items.map(\.pythonRepresentation).joined(separator: ", ") + "]"
    case .mapping(let pairs, _):
      let entries = pairs.map {
        $0.key.pythonRepresentation + ": " + $0.value.pythonRepresentation
      }
      return "{" + entries.joined(separator: ", ") + "}"
    case .scalar(let text, _):
      return text
    }
  }

  private static func decimal(_ spelling: String) -> String {
    var digits = spelling.filter { $0 != "_" }
    let isNegative = digits.first == "-"
    if let sign = digits.first, "+-".contains(sign) { digits.removeFirst() }
    let value: Int? =
      if digits.hasPrefix("0b") {
        Int(digits.dropFirst(2), radix: 2)
      } else if digits.hasPrefix("0x") {
        Int(digits.dropFirst(2), radix: 16)
      } else if digits.hasPrefix("0"), digits.count > 1 {
        Int(digits, radix: 8)
      } else if digits.contains(":") {
        digits.split(separator: ":").reduce(0 as Int?) { total, part in
          guard let total, let part = Int(part), total < Int.max / 100 else { return nil }
          return total * 60 + part
        }
      } else {
        Int(digits)
      }
    // Numbers beyond 64 bits are decimal ones in practice, and stay as they are.
    guard let value else { return (isNegative ? "-" : "") + digits }
    return (isNegative && value != 0 ? "-" : "") + String(value)
  }

  private static func float(_ spelling: String) -> String {
    let digits = spelling.filter { $0 != "_" }.lowercased()
    switch digits {
    case ".inf", "+.inf": return "inf"
    case "-.inf": return "-inf"
    case ".nan": return "nan"
    default: break
    }
    let isNegative = digits.first == "-"
    let parts = digits.drop { "+-".contains($0) }.split(separator: ":")
    var total = 0.0
    for part in parts {
      let whole = part.hasPrefix(".") ? "0" + part : String(part)
      total = total * 60 + (Double(whole.hasSuffix(".") ? whole + "0" : whole) ?? 0)
    }
    return (isNegative ? -total : total).description
  }

  private static func pythonQuoted(_ text: String) -> String {
    let quote: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var output = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": output += "\\\\"
      case quote: output += "\\" + String(quote)
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        output += "\\x" + (digits.count == 1 ? "0" : "") + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + String(quote)
  }
}
