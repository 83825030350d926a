package import GitModel
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
  ///
  /// - Parameter folder: Where the person works, `nil` for the root: paths are seen from there.
  package func text(_ style: TextStyle, from folder: RepositoryPath? = nil) -> String {
    findings.map { finding in
      let place = "\(finding.path.relative(to: folder)):\(finding.line):\(finding.column)"
      let severity = style.coloured(
        finding.severity.rawValue, finding.severity == .error ? .red : .yellow)
      return "\(TerminalText.escaped(place)): \(severity): "
        + "\(TerminalText.escaped(finding.message)) [\(finding.rule)]\n"
    }.joined()
  }

  /// Returns one line for each finding, as a command to GitHub's runner.
  package func github() -> String { GitHubAnnotations.render(findings.map(Problem.init)) }

  /// Returns the findings for code scanning services.
  package func sarif(tool: SARIFLog.Tool) -> String {
    SARIFLog(tool: tool, problems: findings.map(Problem.init)).render()
  }

  /// Returns one line that counts the findings.
  ///
  /// - Parameter checked: How many files were looked at.
  package func summary(checked: Int) -> String {
    let files = checked == 1 ? "1 file" : "\(checked) files"
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { $0.0 == 1 ? "1 \($0.1)" : "\($0.0) \($0.1)s" }
    return "\(files) checked, \(counts.isEmpty ? "no findings" : counts.joined(separator: ", "))"
  }
}
