/// The ID carries a day that does not exist, or the number 000.
struct UnlikelyID: DocumentRule {
  let name = "unlikely-id"
  let summary = "the ID carries a day of the calendar and a number from 001"
  let level = LintLevel.warn

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["id"], let id = PlanID(node.pythonText.trimmed),
      CalendarDate(compact: PlanID.padded(id.day, to: 8)) == nil || id.sequence == 0
    else { return [] }
    return [
      finding(in: document, at: node, "the ID \(id) carries no date and number that exist")
    ]
  }
}
