/// The owner is empty. agentrules accepts that, and takes the owner for the word `None`.
struct EmptyOwner: DocumentRule {
  let name = "empty-owner"
  let summary = "the owner is not empty"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["owner"], node.recordedText.isEmpty else { return [] }
    return [finding(in: document, at: node, "the owner is empty")]
  }
}
