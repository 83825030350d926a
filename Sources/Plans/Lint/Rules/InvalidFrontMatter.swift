/// The front matter is no YAML, or no map.
struct InvalidFrontMatter: DocumentRule {
  let name = "invalid-front-matter"
  let summary = "front matter is YAML: a map of keys and values"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone, .free]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let error = document.failure, case .invalid = error else { return [] }
    return [
      finding(
        in: document, line: error.line, column: error.column, error.message,
        fix: Fix(quotingHandleAt: error.line, error.column, in: document))
    ]
  }
}
