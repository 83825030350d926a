import Markdown

/// Text follows a heading without a blank line between them.
struct BlankAfterHeading: BodyRule {
  let name = "blank-after-heading"
  let summary = "a blank line follows every heading"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone, .free]

  func findings(in body: DocumentBody) -> [Finding] {
    body.outline.headings.filter(\.isFollowedByText).map { heading in
      finding(
        in: body.document, line: heading.line,
        "no blank line follows the heading '\(heading.text)'",
        fix: Fix([
          Fix.Edit(heading.end..<heading.end, with: Array(body.lines.lineEnd(of: heading.line)))
        ]))
    }
  }
}
