import Markdown

/// Progress has no checkbox, so that nobody can tell what is done.
struct MissingCheckbox: BodyRule {
  let name = "missing-checkbox"
  let summary = "Progress has a checkbox for each step"
  let level = LintLevel.warn

  func findings(in body: DocumentBody) -> [Finding] {
    guard let heading = body.sections[.progress]?.first,
      body.progressTasks.isEmpty
    else { return [] }
    return [finding(in: body.document, line: heading.line, "'\(heading.text)' has no checkbox")]
  }
}
