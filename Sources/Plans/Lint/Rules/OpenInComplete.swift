/// A plan that is not done, or a milestone that is not completed, is filed away.
struct OpenInComplete: DocumentRule {
  let name = "open-in-complete"
  let summary = "what lies in a folder of finished plans or milestones is done or archived"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["status"], document.isFiledAway else { return [] }
    let status = node.recordedText
    if document.format == .milestone {
      if Vocabulary.completedMilestoneStatuses.contains(status) { return [] }
      return [
        finding(
          in: document, at: node,
          "the milestone lies in a folder of finished milestones, but is not completed")
      ]
    }
    if status == "archived" || status == "done" { return [] }
    return [
      finding(
        in: document, at: node, "the plan lies in a folder of finished plans, but is not done")
    ]
  }
}
