import JSON

/// A registry that was read: the plans by their IDs.
struct RegistryContent {
  /// The fields of each plan.
  var plans: [PlanID: [String: JSONValue]] = [:]
  /// Everything beside `plans`.
  var others: [String: JSONValue] = [:]

  /// Creates a registry without plans.
  init() {}

  /// Reads a registry; `nil` where the bytes are none, or where it has an ID twice.
  init?(_ bytes: [UInt8]) {
    guard var fields = JSONParser.parse(bytes)?.fields,
      case .array(let entries)? = fields.removeValue(forKey: "plans"),
      case .integer? = fields["schema_version"]
    else { return nil }
    others = fields
    for entry in entries {
      guard let fields = entry.fields, let text = fields["id"]?.text, let id = PlanID(text),
        plans.updateValue(fields, forKey: id) == nil
      else { return nil }
    }
  }

  /// The registry's file.
  var bytes: [UInt8] {
    var fields = others
    fields["plans"] = .array(
      plans.sorted { $0.key < $1.key }.map { JSONValue(fields: $0.value) })
    return Registry.render(JSONValue(fields: fields))
  }
}

extension JSONValue {
  /// Creates an object; its members have the order of their names.
  init(fields: [String: JSONValue]) {
    self = .object(fields.sorted { $0.key < $1.key }.map { JSONMember($0.key, $0.value) })
  }

  /// The members of an object by their names, `nil` for anything else.
  var fields: [String: JSONValue]? {
    guard case .object(let members) = self else { return nil }
    return Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  /// The text of a string, `nil` for anything else.
  var text: String? { if case .string(let text) = self { text } else { nil } }
}
