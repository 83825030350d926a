package import GitModel
package import Plans

/// A finding of any kind, as other programs are told of it.
package struct Problem: Hashable, Sendable {
  /// Where it is; `nil` for what lies in no file, such as a commit's message.
  package var place: Place?
  package var severity: Finding.Severity
  /// The rule's lasting name.
  package var rule: String
  package var message: String

  package struct Place: Hashable, Sendable {
    package var path: RepositoryPath
    /// The 1-based line.
    package var line: Int
    /// The 1-based column, counted in code points.
    package var column: Int
  }

  package init(severity: Finding.Severity, rule: String, message: String, at place: Place? = nil) {
    self.place = place
    self.severity = severity
    self.rule = rule
    self.message = message
  }

  package init(_ finding: Finding) {
    self.init(
      severity: finding.severity, rule: finding.rule, message: finding.message,
      at: Place(path: finding.path, line: finding.line, column: finding.column))
  }
}
