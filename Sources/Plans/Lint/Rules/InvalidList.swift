import YAML

/// A list is no list, or not one of words. agentrules takes one value for a list of one.
struct InvalidList: DocumentRule {
  let name = "invalid-list"
  let summary = "lists are written as lists of words"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    Vocabulary.listKeys.flatMap { key -> [Finding] in
      guard let node = document[key], !node.isEmptyValue else { return [] }
      if let items = node.items {
        return items.filter { $0.text == nil }.map { item in
          finding(in: document, at: item, "an item of '\(key)' is a collection, not a word")
        }
      }
      if node.pairs != nil { return [finding(in: document, at: node, "'\(key)' is no list")] }
      return [
        finding(
          in: document, at: node, "'\(key)' is one value, not a list in brackets",
          fix: Self.fix(node, of: key))
      ]
    }
  }

  /// Puts brackets around a scalar that means the same between them.
  private static func fix(_ node: YAMLNode, of key: String) -> Fix? {
    guard let text = node.text, node.tag == nil, !node.isAnchored,
      node.range.start.line == node.range.end.line, let style = node.scalarStyle,
      !text.contains(where: { "[]{},".contains($0) }),
      [.plain, .singleQuoted, .doubleQuoted].contains(style)
    else { return nil }
    let bytes = node.range.bytes
    return Fix(
      [
        Fix.Edit(bytes.lowerBound..<bytes.lowerBound, with: Array("[".utf8)),
        Fix.Edit(bytes.upperBound..<bytes.upperBound, with: Array("]".utf8)),
      ], effect: .list(key))
  }
}
