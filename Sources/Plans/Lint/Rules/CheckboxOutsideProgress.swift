import Markdown

/// Checkboxes stand outside of the Progress section, where nothing counts them. Those below one heading make
/// one finding.
struct CheckboxOutsideProgress: BodyRule {
  let name = "checkbox-outside-progress"
  let summary = "checkboxes stand in Progress only"
  let level = LintLevel.warn

  func findings(in body: DocumentBody) -> [Finding] {
    // Without the section there is nowhere to move them; `missing-section` says so.
    if body.sections[.progress] == nil { return [] }
    var findings: [Finding] = []
    var rest = body.otherTasks[...]
    while let first = rest.first {
      let heading = first.headings.last
      let group = rest.prefix { $0.headings.last == heading }
      rest = rest[group.endIndex...]
      let boxes = group.count == 1 ? "a checkbox stands" : "\(group.count) checkboxes stand"
      let place = heading.map { "under '\($0.text)'" } ?? "before the first heading"
      findings.append(
        finding(
          in: body.document, line: first.line, column: first.column,
          "\(boxes) \(place); only those of Progress count"))
    }
    return findings
  }
}
