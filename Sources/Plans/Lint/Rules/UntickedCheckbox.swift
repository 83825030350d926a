import Markdown

/// A plan is done, and a checkbox of its Progress is not ticked.
struct UntickedCheckbox: BodyRule {
  let name = "unticked-checkbox"
  let summary = "every checkbox in the Progress of a plan that is done is ticked"
  let level = LintLevel.warn

  func findings(in body: DocumentBody) -> [Finding] {
    guard body.document["status"]?.recordedText == PlanStatus.done.rawValue else { return [] }
    let open = body.progressTasks.filter { !$0.isTicked }
    guard let first = open.first else { return [] }
    let boxes =
      open.count == 1 ? "a checkbox of Progress is" : "\(open.count) checkboxes of Progress are"
    return [
      finding(
        in: body.document, line: first.line, column: first.column,
        "the plan is done, and \(boxes) not ticked")
    ]
  }
}
