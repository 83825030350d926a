/// A plan names itself.
struct SelfReference: DocumentRule {
  let name = "self-reference"
  let summary = "a plan does not depend on itself or supersede itself"
  let level = LintLevel.warn

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let own = document["id"].flatMap({ PlanID($0.pythonText.trimmed) }) else { return [] }
    return PlanMention.all(in: document).filter { $0.id == own }.map { mention in
      finding(in: document, at: mention.node, "the plan names itself in \(mention.key)")
    }
  }
}
