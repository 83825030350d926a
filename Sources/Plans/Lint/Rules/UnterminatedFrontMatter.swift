/// The front matter has an opening line of dashes and no closing one.
struct UnterminatedFrontMatter: DocumentRule {
  let name = "unterminated-front-matter"
  let summary = "front matter ends with a line of dashes"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard case .unterminated(let line)? = document.failure else { return [] }
    return [finding(in: document, line: line, FrontMatterError.unterminated(line: line).message)]
  }
}
