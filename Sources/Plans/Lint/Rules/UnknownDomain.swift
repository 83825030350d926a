/// The domain is a word that the format does not know.
struct UnknownDomain: DocumentRule {
  let name = "unknown-domain"
  let summary = "the domain is one of the format's words"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["domain"],
      !Vocabulary.domains.contains(node.recordedText)
    else { return [] }
    return [
      finding(
        in: document, at: node, Vocabulary.complaint("domain", node, Vocabulary.domains),
        fix: Fix(lowering: node, of: "domain", in: document, among: Vocabulary.domains))
    ]
  }
}
