import Markdown

/// A plan lacks one of the sections that every plan keeps up to date.
struct MissingSection: BodyRule {
  let name = "missing-section"
  let summary =
    "a plan has the sections Progress, Surprises & Discoveries, Decision Log, Outcomes & Retrospective"
  let level = LintLevel.error

  func findings(in body: DocumentBody) -> [Finding] {
    let missing = LivingSection.allCases.filter { body.sections[$0] == nil }
    if missing.isEmpty { return [] }
    let titles = missing.map { "'\($0.title)'" }.formatted
    let message =
      missing.count == 1 ? "the section \(titles) is missing" : "the sections \(titles) are missing"
    return [
      finding(in: body.document, line: body.titleLine, message)
    ]
  }
}

extension [String] {
  /// The words as English lists them: `a`, `a and b`, `a, b and c`.
  fileprivate var formatted: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}
