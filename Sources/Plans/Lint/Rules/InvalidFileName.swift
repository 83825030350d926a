import GitModel

/// The name of a plan's file carries no ID.
struct InvalidFileName: DocumentRule {
  let name = "invalid-file-name"
  let summary = "the name of a plan's file starts with its ID"
  let level = LintLevel.error

  func findings(in document: ParsedDocument) -> [Finding] {
    guard PlanLayout.planID(ofFile: document.path.name) == nil else { return [] }
    let name = document.path.name
    return [
      finding(
        in: document, line: 1,
        "the file's name '\(name)' does not start with an ID such as EP-20260117-014")
    ]
  }
}
