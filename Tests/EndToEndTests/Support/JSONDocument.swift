import Foundation

/// A value of parsed JSON. What is not there reads as null, so that a test fails with the value it
/// expected and not with a trap.
struct JSONDocument {
  private let value: Any?

  private init(value: Any?) { self.value = value }

  /// Parses text, which must be one JSON object.
  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  }

  subscript(key: String) -> JSONDocument {
    JSONDocument(value: (value as? [String: Any])?[key])
  }

  subscript(position: Int) -> JSONDocument {
    let list = array
    return list.indices.contains(position) ? list[position] : JSONDocument(value: nil)
  }

  /// The elements of a list; empty for anything else.
  var array: [JSONDocument] { (value as? [Any] ?? []).map { JSONDocument(value: $0) } }
  var string: String? { value as? String }
  var integer: Int? { (value as? NSNumber)?.intValue }
  var boolean: Bool? { value as? Bool }
  /// The elements of a list of strings.
  var strings: [String] { array.compactMap(\.string) }
  /// The names of an object's members, in order of code points.
  var keys: [String] { (value as? [String: Any] ?? [:]).keys.sorted() }
  /// Whether the value is a list, be it an empty one.
  var isList: Bool { value is [Any] }
  /// Whether the value is there and null.
  var isNull: Bool { value is NSNull }

  /// Returns the element of a list whose `id` is the given one.
  func element(_ id: String) -> JSONDocument {
    array.first { $0["id"].string == id } ?? JSONDocument(value: nil)
  }
}
