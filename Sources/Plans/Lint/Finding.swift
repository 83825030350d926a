package import GitModel

/// A problem in a document, with its place.
package struct Finding: Hashable, Sendable {
  /// How grave a finding is.
  package enum Severity: String, Hashable, Sendable {
    /// The document breaks the format.
    case error
    /// The document can be used, but something in it is likely to be a mistake.
    case warning
  }

  package var path: RepositoryPath
  /// The 1-based line; 1 for what concerns the whole file.
  package var line: Int
  /// The 1-based column, counted in code points.
  package var column: Int
  package var severity: Severity
  /// The rule's lasting name, such as `unknown-status`.
  package var rule: String
  /// What is wrong, for people: lower case, one line, without a final period.
  package var message: String
  /// How to mend it, `nil` where that takes a person.
  package var fix: Fix?

  /// What a document holds can be of any length; nobody reads more of it than this.
  private static let messageLimit = 400

  package init(
    path: RepositoryPath, line: Int = 1, column: Int = 1, severity: Severity, rule: String,
    message: String, fix: Fix? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.severity = severity
    self.rule = rule
    self.message =
      message.unicodeScalars.count <= Self.messageLimit
      ? message : String(message.unicodeScalars.prefix(Self.messageLimit - 1)) + "…"
    self.fix = fix
  }
}

extension Finding: Comparable {
  /// Orders findings by path, then by place, then by rule.
  package static func < (left: Finding, right: Finding) -> Bool {
    if left.path != right.path { return left.path < right.path }
    return (left.line, left.column, left.rule, left.message)
      < (right.line, right.column, right.rule, right.message)
  }
}
