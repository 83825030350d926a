/// The file does not begin with front matter.
struct MissingFrontMatter: DocumentRule {
  let name = "missing-front-matter"
  let summary = "a document begins with front matter between lines of dashes"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard case .missing? = document.failure else { return [] }
    return [finding(in: document, line: 1, FrontMatterError.missing.message)]
  }
}
