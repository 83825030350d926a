/// White space stands before the front matter. agentrules accepts it, the format does not.
struct LateFrontMatter: DocumentRule {
  let name = "late-front-matter"
  let summary = "front matter stands at the very beginning of the file"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let found = document.frontMatter?.frontMatter, !found.isFirst else { return [] }
    let start = FrontMatter.byteOrderMarkLength(document.bytes)
    let space = document.bytes[start...].prefix { " \t\r\n".utf8.contains($0) }
    return [
      finding(
        in: document, at: nil, "white space stands before the front matter",
        fix: Fix([Fix.Edit(start..<space.endIndex, with: [])]))
    ]
  }
}
