import GitModel

/// A plan that is done still lies in the folder of active plans.
struct DoneInActive: DocumentRule {
  let name = "done-in-active"
  let summary = "a plan that is done is moved out of the folder of active plans"
  let level = LintLevel.off

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["status"], node.recordedText == "done", !document.isFiledAway,
      document.path.components.dropLast().contains("active")
    else { return [] }
    return [
      finding(
        in: document, at: node,
        "the plan is done, but lies in the folder of active plans; run 'git execplan complete'")
    ]
  }
}
