/// A byte order mark stands before the front matter. agentrules finds no front matter then.
struct ByteOrderMark: DocumentRule {
  let name = "byte-order-mark"
  let summary = "a document begins with its front matter, not with a byte order mark"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    let length = FrontMatter.byteOrderMarkLength(document.bytes)
    guard length > 0, document.frontMatter != nil else { return [] }
    return [
      finding(
        in: document, at: nil, "a byte order mark stands before the front matter",
        fix: Fix([Fix.Edit(0..<length, with: [])]))
    ]
  }
}
