import Markdown

/// A section stands in the plan twice, so that half of it is easily missed.
struct DuplicateSection: BodyRule {
  let name = "duplicate-section"
  let summary = "a plan has each of its living sections once"
  let level = LintLevel.warn

  func findings(in body: DocumentBody) -> [Finding] {
    LivingSection.allCases.flatMap { section in
      let headings = body.sections[section] ?? []
      return headings.dropFirst().filter { $0.level == headings[0].level }.map { heading in
        finding(
          in: body.document, line: heading.line,
          "the section '\(section.title)' stands on line \(headings[0].line) already")
      }
    }
  }
}
