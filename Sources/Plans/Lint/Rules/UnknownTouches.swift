/// A plan touches an area that the format does not know.
struct UnknownTouches: DocumentRule {
  let name = "unknown-touches"
  let summary = "the areas that a plan touches are words of the format"
  let level = LintLevel.error

  func findings(in document: ParsedDocument) -> [Finding] {
    let words = document["touches"]?.wordList ?? []
    return words.filter { !Vocabulary.touches.contains($0.text) }.map { word in
      finding(
        in: document, at: word.node, Vocabulary.complaint("touches", word.text, Vocabulary.touches))
    }
  }
}
