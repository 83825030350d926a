import Markdown

/// Brackets begin a list item like a checkbox and are none, so that neither GitHub nor this program counts
/// them: `[~]`, `[]`, `[ x ]`, or a box without a text.
struct OddMark: BodyRule {
  let name = "odd-mark"
  let summary = "checkboxes are written [ ] and [x]"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone, .free]

  func findings(in body: DocumentBody) -> [Finding] {
    body.outline.brackets.filter(isMeantAsCheckbox).map { bracket in
      let advice =
        [" ", "x", "X"].contains(bracket.text)
        ? "a blank and a text must follow" : "write [ ] or [x], and the rest in words"
      return finding(
        in: body.document, line: bracket.line, column: bracket.column,
        "'[\(bracket.text)]' is no checkbox; \(advice)")
    } + body.outline.tasks.compactMap { capital($0, in: body) }
  }

  /// Says whether brackets are meant for a checkbox: they hold no mark, an `x` or a sign. A digit or another
  /// letter names something.
  private func isMeantAsCheckbox(_ bracket: MarkdownOutline.Bracket) -> Bool {
    let mark = bracket.text.trimmed
    guard let first = mark.first else { return true }
    return mark.count == 1
      && (!first.isASCII || !first.isLetter && !first.isNumber || "xX".contains(first))
  }

  /// Returns a finding for a checkbox that is ticked with a capital letter, which programs that look for
  /// `[x]` miss.
  private func capital(_ task: MarkdownOutline.Task, in body: DocumentBody) -> Finding? {
    guard let mark = task.mark, body.bytes[mark] == UInt8(ascii: "X") else { return nil }
    return finding(
      in: body.document, line: task.line, column: task.column,
      "the checkbox is ticked with '[X]'; write [x]",
      fix: Fix([Fix.Edit(mark..<(mark + 1), with: [UInt8(ascii: "x")])]))
  }
}
