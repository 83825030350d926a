/// An archived plan lies in no folder of finished plans.
struct ArchivedOutsideComplete: DocumentRule {
  let name = "archived-outside-complete"
  let summary = "an archived plan lies in a folder of finished plans"
  let level = LintLevel.warn

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["status"], !document.isFiledAway, node.recordedText == "archived"
    else { return [] }
    return [
      finding(
        in: document, at: node,
        "the plan is archived, but lies in no folder of finished plans")
    ]
  }
}
