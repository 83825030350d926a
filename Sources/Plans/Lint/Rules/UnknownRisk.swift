/// The risk is a word that the format does not know.
struct UnknownRisk: DocumentRule {
  let name = "unknown-risk"
  let summary = "the risk is one of the format's words"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["risk"], !node.isEmptyValue,
      !Vocabulary.risks.contains(node.recordedText)
    else { return [] }
    return [
      finding(
        in: document, at: node, Vocabulary.complaint("risk", node, Vocabulary.risks),
        fix: Fix(lowering: node, of: "risk", in: document, among: Vocabulary.risks))
    ]
  }
}
