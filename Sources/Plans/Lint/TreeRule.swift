import GitModel

/// A rule about all documents together.
package protocol TreeRule: LintRule {
  /// Returns what is wrong, in any order.
  func findings(in tree: PlanTree) -> [Finding]
}

extension TreeRule {
  /// Returns a finding about a file.
  func finding(
    at path: RepositoryPath, line: Int = 1, column: Int = 1, _ message: String
  ) -> Finding {
    Finding(
      path: path, line: line, column: column, severity: level.severity ?? .warning, rule: name,
      message: message)
  }
}
