/// The status is a word that the format does not know.
struct UnknownStatus: DocumentRule {
  let name = "unknown-status"
  let summary = "the status is one of the format's words"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    let words = Vocabulary.statuses(of: document.format)
    guard let node = document["status"], !words.contains(node.recordedText) else { return [] }
    return [
      finding(
        in: document, at: node, Vocabulary.complaint("status", node, words),
        fix: Fix(lowering: node, of: "status", in: document, among: words))
    ]
  }
}
