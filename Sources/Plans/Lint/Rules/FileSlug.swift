import GitModel

/// The name of a file has no slug, or one that the rules for slugs would not make.
struct FileSlug: DocumentRule {
  let name = "file-slug"
  let summary = "the name of a file is its ID, _ and a slug in lower case"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let slug = Self.slug(of: document), slug.isEmpty || PlanSlug.make(from: slug) != slug
    else { return [] }
    return [
      finding(
        in: document, line: 1,
        slug.isEmpty
          ? "the file's name has no slug behind the ID"
          : "the slug '\(slug)' in the file's name holds more than a to z, digits, - and _")
    ]
  }

  /// The part of the name behind the ID and one separator, `nil` for a name that has no ID.
  private static func slug(of document: ParsedDocument) -> String? {
    let name = document.path.name
    if case .milestone? = document.place { return MilestoneFileName(name)?.slug }
    guard PlanLayout.planID(ofFile: name) != nil else { return nil }
    return String(document.path.title.dropFirst(PlanID.length + 1))
  }
}
