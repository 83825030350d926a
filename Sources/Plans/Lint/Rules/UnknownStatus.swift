/// The status is a word that the format does not know.
struct UnknownStatus: DocumentRule {
  let name = "unknown-status"
  let summary = "the status is one of the format's words"
  let level = LintLevel.error

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["status"], !Vocabulary.statuses.contains(node.recordedText)
    else { return [] }
    return [
      finding(in: document, at: node, Vocabulary.complaint("status", node, Vocabulary.statuses))
    ]
  }
}
