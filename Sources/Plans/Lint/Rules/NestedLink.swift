import YAML

/// A value in `links` is a list or a map.
struct NestedLink: DocumentRule {
  let name = "nested-link"
  let summary = "a link is one text"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    (document["links"]?.pairs ?? []).filter { $0.value.text == nil }.map { pair in
      finding(
        in: document, at: pair.value,
        "the value of '\(pair.key.text ?? "")' in links is a collection, not a text")
    }
  }
}
