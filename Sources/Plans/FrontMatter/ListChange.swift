/// What becomes of the words of a list in front matter. Words that stay keep their bytes.
package enum ListChange: Hashable, Sendable {
  /// These words, in this order.
  case words([String])
  /// One more word at the end, unless the list holds it.
  case adding(String)
  case removing(String)
  /// A word in the place of another; without the other where the list holds both.
  case replacing(String, with: String)

  /// Returns the words that come of `old`.
  func words(from old: [String]) -> [String] {
    switch self {
    case .words(let words): words
    case .adding(let word): old.contains(word) ? old : old + [word]
    case .removing(let word): old.filter { $0 != word }
    case .replacing(let word, let other):
      old.contains(other) ? old.filter { $0 != word } : old.map { $0 == word ? other : $0 }
    }
  }
}
