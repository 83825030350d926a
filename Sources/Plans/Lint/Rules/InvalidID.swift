/// The value of `id` is no ID.
struct InvalidID: DocumentRule {
  let name = "invalid-id"
  let summary = "the ID has the form EP-YYYYMMDD-NNN"
  let level = LintLevel.error

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["id"], PlanID(node.pythonText.trimmed) == nil else { return [] }
    let text = node.pythonText
    return [finding(in: document, at: node, "'\(text)' is no ID of the form EP-YYYYMMDD-NNN")]
  }
}
