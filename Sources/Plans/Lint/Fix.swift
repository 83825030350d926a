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

  /// In the order of the file, without overlaps.
  package var edits: [Edit]

  package init(_ edits: [Edit]) { self.edits = edits }
}
