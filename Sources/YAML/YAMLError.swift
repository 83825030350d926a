/// Why a text is no YAML, or none that this module accepts, and where.
package struct YAMLError: Error, Hashable, Sendable {
  /// The 1-based line.
  package var line: Int
  /// The 1-based column, counted in code points.
  package var column: Int
  /// What is wrong, lower case, without a final period.
  package var message: String

  package init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  init(at mark: YAMLMark, _ message: String) {
    self.init(line: mark.line, column: mark.column, message: message)
  }
}
