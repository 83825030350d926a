/// A change that mends a finding without a person's judgement: edits of the file's bytes.
package struct Fix: Hashable, Sendable {
  /// One run of bytes that is replaced; an empty range inserts.
  package struct Edit: Hashable, Sendable {
    /// The indices of the bytes in the file.
    package var range: Range<Int>
    package var replacement: [UInt8]

    package init(_ range: Range<Int>, with replacement: [UInt8]) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What a reader of the document finds changed.
  package enum Effect: Hashable, Sendable {
    /// Nothing: only the spelling is another.
    case nothing
    /// Code stands without fences, and no longer names its language.
    case fences
    /// A key of the front matter has the given value.
    case field(String, value: String)
    /// The words of a key of the front matter stand in a list.
    case list(String)
  }

  /// In the order of the file, without overlaps.
  package var edits: [Edit]
  package var effect: Effect

  package init(_ edits: [Edit], effect: Effect = .nothing) {
    self.edits = edits
    self.effect = effect
  }
}
