/// The date of the last update is before that of creation.
struct DateOrder: DocumentRule {
  let name = "date-order"
  let summary = "a document is not updated before it was created"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["updated"], let updated = RecordedDate(node),
      let created = document["created"].flatMap({ RecordedDate($0) }), updated.day < created.day
    else { return [] }
    return [finding(in: document, at: node, "'updated' is before 'created'")]
  }
}
