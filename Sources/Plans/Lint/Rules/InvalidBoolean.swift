/// A flag is neither true nor false.
struct InvalidBoolean: DocumentRule {
  let name = "invalid-boolean"
  let summary = "breaking and migration are true or false"
  let level = LintLevel.error

  func findings(in document: ParsedDocument) -> [Finding] {
    Vocabulary.flagKeys.compactMap { key in
      guard let node = document[key], !node.isEmptyValue, node.flag == nil else { return nil }
      return finding(in: document, at: node, "'\(key)' must be true or false")
    }
  }
}
