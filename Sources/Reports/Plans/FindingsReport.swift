import GitModel
import JSON
package import Plans

/// Problems in documents.
package struct FindingsReport {
  private let findings: [Finding]

  /// - Parameter findings: In the order in which they are to be shown.
  package init(findings: [Finding]) { self.findings = findings }

  package func json() -> String {
    JSONReport.render([
      JSONMember(
        "findings",
        .array(
          findings.map { finding in
            .object([
              JSONMember("path", .string(finding.path.description)),
              JSONMember("line", .integer(finding.line)),
              JSONMember("column", .integer(finding.column)),
              JSONMember("severity", .string(finding.severity.rawValue)),
              JSONMember("rule", .string(finding.rule)),
              JSONMember("message", .string(finding.message)),
            ])
          }))
    ])
  }

  /// Returns one line for each finding, in the form that compilers write and editors read.
  package func text(_ style: TextStyle) -> String {
    findings.map { finding in
      let place = "\(finding.path):\(finding.line):\(finding.column)"
      let severity = style.coloured(
        finding.severity.rawValue, finding.severity == .error ? .red : .yellow)
      return "\(TerminalText.escaped(place)): \(severity): "
        + "\(TerminalText.escaped(finding.message)) [\(finding.rule)]\n"
    }.joined()
  }
}
