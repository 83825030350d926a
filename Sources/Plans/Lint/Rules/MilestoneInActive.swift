/// A milestone that is completed still lies in the folder of active ones.
struct MilestoneInActive: DocumentRule {
  let name = "milestone-in-active"
  let summary = "a milestone that is completed is moved out of the folder of active ones"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["status"], !document.isFiledAway,
      Vocabulary.completedMilestoneStatuses.contains(node.recordedText)
    else { return [] }
    return [
      finding(
        in: document, at: node,
        "the milestone is completed, but lies in the folder of active milestones")
    ]
  }
}
