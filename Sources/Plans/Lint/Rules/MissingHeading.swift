import Markdown

/// No heading of the first level names the plan.
struct MissingHeading: BodyRule {
  let name = "missing-heading"
  let summary = "the text begins with a heading of the first level"
  let level = LintLevel.warn

  func findings(in body: DocumentBody) -> [Finding] {
    let heading = body.outline.headings.first
    if heading?.level == 1 { return [] }
    return [
      finding(
        in: body.document, line: body.titleLine,
        "no heading of the first level names the plan")
    ]
  }
}
