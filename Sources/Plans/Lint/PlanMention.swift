import YAML

/// A plan that `depends_on` or `supersedes` names.
struct PlanMention: Hashable {
  /// The keys whose values name plans.
  static let keys = ["depends_on", "supersedes"]

  /// The key that names it.
  let key: String
  let text: String
  let node: YAMLNode

  /// The plan, `nil` where the text is no ID.
  var id: PlanID? { PlanID(text) }

  /// Returns all plans that a document names, in the order of the keys.
  static func all(in document: ParsedDocument) -> [PlanMention] {
    keys.flatMap { key in
      (document[key]?.wordList ?? []).map { PlanMention(key: key, text: $0.text, node: $0.node) }
    }
  }
}
