/// The ID carries a day that does not exist, or the number 000.
struct UnlikelyID: DocumentRule {
  let name = "unlikely-id"
  let summary = "IDs carry a day of the calendar, and numbers from 001"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["id"] else { return [] }
    let text = node.pythonText.trimmed
    let milestone = MilestoneID(text)
    guard let id = milestone?.plan ?? PlanID(text),
      CalendarDate(compact: PlanID.padded(id.day, to: 8)) == nil || id.sequence == 0
        || milestone?.sequence == 0
    else { return [] }
    return [
      finding(in: document, at: node, "the ID \(text) carries no date and number that exist")
    ]
  }
}
