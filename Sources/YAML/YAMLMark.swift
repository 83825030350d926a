/// A place in a YAML text.
package struct YAMLMark: Hashable, Sendable {
  /// The byte's index in the array that was parsed, or in the array that the slice was taken from.
  package var offset: Int
  /// The 1-based line, counted by `\n`, `\r\n` and `\r` as editors do.
  package var line: Int
  /// The 1-based column, counted in code points.
  package var column: Int

  package init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }
}
