import YAML

/// A word of a list, with the node that holds it.
struct ListedWord {
  var text: String
  var node: YAMLNode
}

extension YAMLNode {
  /// The words of a list. As agentrules has it, one scalar is a list of one, a quoted `[a, b]` is a list
  /// too, and blank items do not count.
  var wordList: [ListedWord] {
    switch resolution {
    case .null: return []
    case .text(let text):
      return Self.inlineList(text).map { ListedWord(text: $0, node: self) }
    default: break
    }
    return (items ?? [self]).compactMap { item in
      item.pythonText.nonEmpty.map { ListedWord(text: $0, node: item) }
    }
  }

  /// The value of a boolean field: a boolean of YAML 1.1, or `true` or `false` in quotes. `nil` for an empty
  /// value and for everything else.
  var flag: Bool? {
    switch resolution {
    case .boolean(let flag): return flag
    case .text(let text):
      let word = text.trimmed.lowercased()
      return word == "true" ? true : word == "false" ? false : nil
    default: return nil
    }
  }

  /// The trimmed text that a field records, empty for `null`; of other values Python's spelling.
  var recordedText: String { resolution == .null ? "" : pythonText.trimmed }

  /// Whether the node is `null` or an empty text.
  var isEmptyValue: Bool { resolution == .null || resolution == .text("") }

  /// Splits a text such as `[a, 'b, c']`; a text without brackets is one word.
  private static func inlineList(_ text: String) -> [String] {
    let value = text.trimmed
    guard value.hasPrefix("["), value.hasSuffix("]"), value.count > 1 else {
      return value.isEmpty ? [] : [value]
    }
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in value.dropFirst().dropLast() {
      switch character {
      case "'" where quote == nil, "\"" where quote == nil: quote = character
      case "'" where quote == "'", "\"" where quote == "\"": quote = nil
      case "," where quote == nil:
        words.append(word)
        word = ""
      default: word.append(character)
      }
    }
    return (words + [word]).compactMap(\.nonEmpty)
  }
}
