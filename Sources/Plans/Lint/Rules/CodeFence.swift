import Markdown

/// Code stands between fences. The format wants indented blocks, since a fence inside of the plan's own fence
/// closes it.
struct CodeFence: BodyRule {
  let name = "code-fence"
  let summary = "code is shown as indented blocks, not between fences"
  let level = LintLevel.off

  func findings(in body: DocumentBody) -> [Finding] {
    body.outline.fences.map { fence in
      finding(
        in: body.document, line: fence.line, column: fence.column,
        "code stands between fences; show it as an indented block",
        fix: Fix(indenting: fence, in: body))
    }
  }
}
