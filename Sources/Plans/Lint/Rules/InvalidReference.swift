/// A plan is named by something that is no ID.
struct InvalidReference: DocumentRule {
  let name = "invalid-reference"
  let summary = "depends_on and supersedes list IDs"
  let level = LintLevel.error

  func findings(in document: ParsedDocument) -> [Finding] {
    PlanMention.all(in: document).filter { $0.id == nil }.map { mention in
      finding(
        in: document, at: mention.node,
        "'\(mention.text)' in \(mention.key) is no ID of the form EP-YYYYMMDD-NNN")
    }
  }
}
