/// The kind is a word that the format does not know.
struct UnknownKind: DocumentRule {
  let name = "unknown-kind"
  let summary = "the kind is one of the format's words"
  let level = LintLevel.error

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["kind"],
      !Vocabulary.kinds.contains(node.recordedText)
    else { return [] }
    return [
      finding(
        in: document, at: node, Vocabulary.complaint("kind", node, Vocabulary.kinds),
        fix: Fix(lowering: node, of: "kind", in: document, among: Vocabulary.kinds))
    ]
  }
}
