/// The file is no UTF-8 somewhere below its front matter.
struct InvalidEncoding: DocumentRule {
  let name = "invalid-encoding"
  let summary = "a document is text in UTF-8"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    // A front matter that is no UTF-8 is invalid already.
    if case .invalid = document.failure { return [] }
    guard String(validating: document.bytes, as: UTF8.self) == nil else { return [] }
    return [finding(in: document, line: 1, "the file is not valid UTF-8")]
  }
}
