/// The value of `id` is no ID.
struct InvalidID: DocumentRule {
  let name = "invalid-id"
  let summary = "the ID has the form EP-YYYYMMDD-NNN, a milestone's that with /MS###"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["id"] else { return [] }
    let text = node.pythonText.trimmed
    let isMilestone = document.format == .milestone
    if isMilestone ? MilestoneID(text) != nil : PlanID(text) != nil { return [] }
    let form = isMilestone ? "EP-YYYYMMDD-NNN/MS###" : "EP-YYYYMMDD-NNN"
    return [finding(in: document, at: node, "'\(text)' is no ID of the form \(form)")]
  }
}
