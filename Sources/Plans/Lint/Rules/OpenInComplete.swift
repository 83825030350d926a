/// A plan that is not done lies in a folder of finished plans.
struct OpenInComplete: DocumentRule {
  let name = "open-in-complete"
  let summary = "a plan in a folder of finished plans is done or archived"
  let level = LintLevel.warn

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["status"], document.isFiledAway,
      !["archived", "done"].contains(node.recordedText)
    else { return [] }
    return [
      finding(
        in: document, at: node, "the plan lies in a folder of finished plans, but is not done")
    ]
  }
}
