import YAML

/// The value of `links` is no map.
struct InvalidLinks: DocumentRule {
  let name = "invalid-links"
  let summary = "links is a map"
  let level = LintLevel.error
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard let node = document["links"], !node.isEmptyValue, node.pairs == nil else { return [] }
    return [finding(in: document, at: node, "'links' must be a map such as 'pr: \"\"'")]
  }
}
