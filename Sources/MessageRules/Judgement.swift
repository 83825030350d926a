/// What the rules say about a commit message, warnings included.
package struct Judgement: Hashable, Sendable {
  package var verdict: Verdict
  /// The rules that are broken and are no errors here.
  package var warnings: [MessageFinding]

  package init(_ verdict: Verdict, warnings: [MessageFinding] = []) {
    self.verdict = verdict
    self.warnings = warnings
  }

  /// Whether the commit is not to be made.
  package var isRefused: Bool {
    if case .refused = verdict { true } else { false }
  }
}
