import Markdown

/// The plan stands in a fence, and nothing else is in the file. The fence is for plans inside of other texts.
struct Envelope: BodyRule {
  let name = "envelope"
  let summary = "a plan stands in a fence only where the file holds other text"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone, .free]

  func findings(in body: DocumentBody) -> [Finding] {
    guard let fence = body.outline.envelope, isAlone(fence, in: body) else { return [] }
    let range = fence.range
    return [
      finding(
        in: body.document, line: fence.line, column: fence.column,
        "the fence around the plan is needless, since the file holds nothing else",
        fix: fence.indentation > 0
          ? nil
          : Fix([
            Fix.Edit(range.lowerBound..<fence.content.lowerBound, with: []),
            Fix.Edit(fence.content.upperBound..<range.upperBound, with: []),
          ]))
    ]
  }

  private func isAlone(_ fence: MarkdownOutline.Fence, in body: DocumentBody) -> Bool {
    let around = body.bytes[..<fence.range.lowerBound] + body.bytes[fence.range.upperBound...]
    return around.allSatisfy { " \t\r\n".utf8.contains($0) }
  }
}
