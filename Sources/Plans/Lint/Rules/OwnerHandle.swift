/// The owner lacks the @ of a handle.
struct OwnerHandle: DocumentRule {
  let name = "owner-handle"
  let summary = "the owner is a handle that begins with @"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["owner"] else { return [] }
    let owner = node.recordedText
    if owner.isEmpty || owner.hasPrefix("@") { return [] }
    return [finding(in: document, at: node, "the owner '\(owner)' is no handle such as \"@mara\"")]
  }
}
