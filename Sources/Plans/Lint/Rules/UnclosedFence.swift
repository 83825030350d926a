import Markdown

/// A fence is never closed, so that the rest of the file counts as code. Often it is the end of a fence around
/// the plan that another fence inside of it has closed too early.
struct UnclosedFence: BodyRule {
  let name = "unclosed-fence"
  let summary = "every fence is closed, and the plan's own holds no other"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone, .free]

  func findings(in body: DocumentBody) -> [Finding] {
    let outline =
      body.outline.envelope == nil
      ? body.outline : MarkdownOutline(of: body.bytes, firstLine: body.firstLine)
    let open = outline.fences.filter { !$0.isClosed }
    if !open.isEmpty, let first = outline.fences.first, first.isTopLevel, first.isMarkdown,
      first.isClosed,
      outline.headings.allSatisfy({ $0.line > first.line })
    {
      return [
        finding(
          in: body.document, line: first.line, column: first.column,
          "another fence inside of the plan's fence closes it too early; show code as indented blocks"
        )
      ]
    }
    return open.map { fence in
      finding(
        in: body.document, line: fence.line, column: fence.column,
        "the fence is not closed: what follows counts as code")
    }
  }
}
