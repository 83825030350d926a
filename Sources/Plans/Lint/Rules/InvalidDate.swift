import YAML

/// A date is none.
struct InvalidDate: DocumentRule {
  let name = "invalid-date"
  let summary = "dates are days of the calendar, written YYYY-MM-DD"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    Vocabulary.dateKeys.compactMap { key in
      guard let node = document[key], RecordedDate(node) == nil else { return nil }
      return finding(
        in: document, at: node,
        "'\(key)' must be a day of the form YYYY-MM-DD, not '\(node.text ?? "a collection")'")
    }
  }
}
