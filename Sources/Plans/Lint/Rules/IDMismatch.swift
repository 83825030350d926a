import GitModel

/// The front matter and the file's name carry different IDs.
struct IDMismatch: DocumentRule {
  let name = "id-mismatch"
  let summary = "the ID is that of the file's name"
  let level = LintLevel.error

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["id"], let id = PlanID(node.pythonText.trimmed),
      let named = PlanLayout.planID(ofFile: document.path.name), named != id
    else { return [] }
    return [finding(in: document, at: node, "the ID \(id) is not the file name's \(named)")]
  }
}
