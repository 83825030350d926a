/// What one key holds on one side of a merge.
struct FieldValue<Source: FieldSource> {
  /// What the sides are compared by, however it is written.
  enum Meaning: Hashable, Sendable {
    case missing
    case word(String)
    case list([String])
    /// Anything else: a number, `null`, a map within a map.
    case other(String)
  }

  let meaning: Meaning
  /// How the value is written down; `nil` for one that cannot be written.
  let source: Source?

  /// Creates a value that one side has.
  init(_ meaning: Meaning, _ source: Source?) {
    self.meaning = meaning
    self.source = source
  }

  /// Creates a value that comes out of a merge.
  init(word: String) { self.init(.word(word), Source(word: word)) }

  init(words: [String]) { self.init(.list(words), Source(words: words)) }

  /// The words of a list; none of a missing one, and `nil` for anything else.
  var words: [String]? {
    switch meaning {
    case .missing: []
    case .list(let words): words
    case .word, .other: nil
    }
  }

  /// The word, `nil` for anything else.
  var word: String? { if case .word(let word) = meaning { word } else { nil } }

  var isList: Bool { if case .list = meaning { true } else { false } }
}

extension FieldValue: Equatable {
  static func == (left: FieldValue, right: FieldValue) -> Bool { left.meaning == right.meaning }
}

/// How a kind of document writes the values that come out of a merge.
protocol FieldSource {
  init(word: String)
  init(words: [String])
}
