import YAML

/// The front matter has a key that the format does not know. What `adopt` keeps of other tools is known.
struct UnknownKey: DocumentRule {
  let name = "unknown-key"
  let summary = "the keys of front matter are those of the format"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    let known = Vocabulary.keys(of: document.format)
    return (document.frontMatter?.root?.pairs ?? []).compactMap { pair in
      guard let key = pair.key.text, !known.contains(key), !key.hasPrefix(Adoption.prefix) else {
        return nil
      }
      return finding(
        in: document, at: pair.key,
        "the format has no key '\(key)'" + NearestWord.hint(for: key, among: known))
    }
  }
}
