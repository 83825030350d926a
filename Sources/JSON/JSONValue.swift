/// A JSON value. Objects keep the order of their members.
package enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// Creates a string, or `null` where there is none.
  package init(_ text: String?) {
    self = if let text { .string(text) } else { .null }
  }

  /// Creates a number, or `null` where there is none.
  package init(_ number: Int?) {
    self = if let number { .integer(number) } else { .null }
  }

  /// Creates a boolean, or `null` where there is none.
  package init(_ flag: Bool?) {
    self = if let flag { .boolean(flag) } else { .null }
  }

  /// Creates an array of strings.
  package init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Creates an object whose members come in the order of the literal.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
}
