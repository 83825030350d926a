/// What YAML 1.1 takes a node for. PyYAML's `safe_load` resolves plain scalars by these rules; a quoted
/// scalar is always text.
package enum YAMLResolution: Hashable, Sendable {
  case text(String)
  case null
  case boolean(Bool)
  /// An integer's spelling, such as `12`, `0x1F` or `1_000`.
  case integer(String)
  /// A floating point number's spelling.
  case float(String)
  /// A date or a time, as it is spelled.
  case timestamp(String)
  /// A sequence or a mapping.
  case collection

  /// The cases without their values.
  package enum Kind: Hashable, Sendable {
    case text, null, boolean, integer, float, timestamp, collection
  }

  package var kind: Kind {
    switch self {
    case .text: .text
    case .null: .null
    case .boolean: .boolean
    case .integer: .integer
    case .float: .float
    case .timestamp: .timestamp
    case .collection: .collection
    }
  }

  /// Returns what a plain scalar of this spelling means.
  package static func plain(_ text: String) -> YAMLResolution {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": return .boolean(true)
    case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": return .boolean(false)
    default: break
    }
    let bytes = Array(text.utf8)
    guard bytes.count <= 64, let first = bytes.first, "+-.0123456789".utf8.contains(first)
    else { return .text(text) }
    if isTimestamp(bytes) { return .timestamp(text) }
    if isInteger(bytes) { return .integer(text) }
    if isFloat(bytes) { return .float(text) }
    return .text(text)
  }
}

extension YAMLNode {
  /// What the node means to a reader of YAML 1.1.
  package var resolution: YAMLResolution {
    guard case .scalar(let text, let style) = content else { return .collection }
    if let tag { return tag == "tag:yaml.org,2002:str" || tag == "!" ? .text(text) : .plain(text) }
    return style == .plain ? .plain(text) : .text(text)
  }
}
