import YAML

/// A flag is spelled in another way that YAML 1.1 or agentrules understands.
struct OddBoolean: DocumentRule {
  let name = "odd-boolean"
  let summary = "breaking and migration are spelled true or false"
  let level = LintLevel.warn

  func findings(in document: ParsedDocument) -> [Finding] {
    Vocabulary.flagKeys.compactMap { key in
      guard let node = document[key], let flag = node.flag, let text = node.text else { return nil }
      let word = flag ? "true" : "false"
      if node.scalarStyle == .plain, text == word { return nil }
      let isWhole = node.tag == nil && !node.isAnchored
      return finding(
        in: document, at: node, "'\(key)' is spelled '\(text)'; write \(word) without quotes",
        fix: isWhole
          ? Fix(
            [Fix.Edit(node.range.bytes, with: Array(word.utf8))], effect: .field(key, value: word))
          : nil)
    }
  }
}
