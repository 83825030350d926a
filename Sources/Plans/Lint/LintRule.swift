import YAML

/// A check with a lasting name. Every rule has a file of its own in `Rules`, named after it, and a place
/// in `LintRules.all`.
package protocol LintRule: Sendable {
  /// The name in configuration, reports and documentation: `unknown-status`. It never changes.
  var name: String { get }
  /// What the rule wants, in one line, lower case, without a final period.
  var summary: String { get }
  /// The weight that the rule has where nothing is configured.
  var level: LintLevel { get }
}

extension LintRule {
  /// Returns a finding about a document. In what owes the format nothing, and in milestones, which
  /// agentrules does not check, it is a warning at most.
  ///
  /// - Parameter node: Where it is; `nil` for the beginning of the front matter.
  func finding(
    in document: ParsedDocument, at node: YAMLNode?, _ message: String, fix: Fix? = nil
  ) -> Finding {
    finding(
      in: document, line: node?.range.start.line ?? document.frontMatterLine,
      column: node?.range.start.column ?? 1, message, fix: fix)
  }

  /// Returns a finding at a 1-based line and a 1-based column, counted in code points.
  func finding(
    in document: ParsedDocument, line: Int, column: Int = 1, _ message: String, fix: Fix? = nil
  ) -> Finding {
    let severity = document.format == .plan ? level.severity : .warning
    return Finding(
      path: document.path, line: line, column: column, severity: severity ?? .warning, rule: name,
      message: message, fix: fix)
  }
}
