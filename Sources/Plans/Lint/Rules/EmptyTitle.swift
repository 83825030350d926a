/// The title is empty. agentrules accepts that, and takes the title for the word `None`.
struct EmptyTitle: DocumentRule {
  let name = "empty-title"
  let summary = "the title is not empty"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["title"], node.recordedText.isEmpty else { return [] }
    return [finding(in: document, at: node, "the title is empty")]
  }
}
