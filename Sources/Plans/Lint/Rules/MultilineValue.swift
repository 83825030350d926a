import YAML

/// A text in front matter goes over several lines.
struct MultilineValue: DocumentRule {
  let name = "multiline-value"
  let summary = "values stand on one line"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    scalars(below: document.frontMatter?.root).filter { node in
      node.scalarStyle == .literal || node.scalarStyle == .folded
        || node.range.start.line != node.range.end.line
    }.map { finding(in: document, at: $0, "the text goes over several lines") }
  }

  private func scalars(below node: YAMLNode?) -> [YAMLNode] {
    guard let node else { return [] }
    if let items = node.items { return items.flatMap { scalars(below: $0) } }
    if let pairs = node.pairs { return pairs.flatMap { scalars(below: $0.value) } }
    return [node]
  }
}
