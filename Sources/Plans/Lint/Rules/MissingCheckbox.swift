import Markdown

/// Progress has no checkbox, so that nobody can tell what is done.
struct MissingCheckbox: BodyRule {
  let name = "missing-checkbox"
  let summary = "Progress has a checkbox for each step"
  let level = LintLevel.warn

  func findings(in body: DocumentBody) -> [Finding] {
    guard let heading = body.sections[.progress]?.first,
      !body.outline.tasks.contains(where: { $0.headings.contains(where: PlanBody.isProgress) })
    else { return [] }
    return [finding(in: body.document, line: heading.line, "'\(heading.text)' has no checkbox")]
  }
}
