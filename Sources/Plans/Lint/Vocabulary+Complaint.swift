import YAML

extension Vocabulary {
  /// Returns what to say of a value that is none of a key's words.
  static func complaint(_ key: String, _ node: YAMLNode, _ words: [String]) -> String {
    complaint(key, node.recordedText, words)
  }

  /// Returns what to say of a word that is none of a key's words.
  static func complaint(_ key: String, _ word: String, _ words: [String]) -> String {
    let known = words.joined(separator: ", ")
    if word.isEmpty { return "'\(key)' is empty; it is one of \(known)" }
    return "'\(word)' is not one of \(known)" + NearestWord.hint(for: word, among: words)
  }
}
