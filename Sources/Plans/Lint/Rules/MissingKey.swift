/// The front matter lacks a key that the format requires.
struct MissingKey: DocumentRule {
  let name = "missing-key"
  let summary = "the keys that every document needs are there"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard document.frontMatter != nil else { return [] }
    return Vocabulary.requiredKeys(of: document.format).filter { document[$0] == nil }.map {
      finding(in: document, at: nil, "the front matter lacks the key '\($0)'")
    }
  }
}
