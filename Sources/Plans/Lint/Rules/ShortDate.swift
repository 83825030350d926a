/// A date has a month or a day of one digit, which agentrules accepts.
struct ShortDate: DocumentRule {
  let name = "short-date"
  let summary = "months and days of dates have two digits"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    Vocabulary.dateKeys.compactMap { key in
      guard let node = document[key], let date = RecordedDate(node), date.isShort else {
        return nil
      }
      return finding(
        in: document, at: node, "'\(date.text)' is not of the form YYYY-MM-DD",
        fix: Fix(
          replacing: date.text, by: date.day.description, in: node, of: key, in: document))
    }
  }
}
