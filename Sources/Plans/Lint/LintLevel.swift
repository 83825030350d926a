/// How much weight a rule has: in configuration a word, in findings a severity.
package enum LintLevel: String, Hashable, Sendable, CaseIterable {
  case error, warn, off

  /// The severity of the rule's findings, `nil` for a rule that is off.
  package var severity: Finding.Severity? {
    switch self {
    case .error: .error
    case .warn: .warning
    case .off: nil
    }
  }
}
