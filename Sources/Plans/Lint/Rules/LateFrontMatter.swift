/// White space stands before the front matter. agentrules accepts it, the format does not.
struct LateFrontMatter: DocumentRule {
  let name = "late-front-matter"
  let summary = "front matter stands at the very beginning of the file"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let found = document.frontMatter?.frontMatter, !found.isFirst else { return [] }
    return [finding(in: document, at: nil, "white space stands before the front matter")]
  }
}
