package import GitModel
import JSON
package import Plans

/// Problems in documents.
package struct FindingsReport {
  private let findings: [Finding]
  private let fixed: [Finding]?
  private let isWritten: Bool

  /// - Parameters:
  ///   - findings: In the order in which they are to be shown.
  ///   - fixed: The findings that are mended; `nil` where mending was not asked for.
  ///   - isWritten: Whether the mended documents are written, or only would be.
  package init(findings: [Finding], fixed: [Finding]? = nil, isWritten: Bool = true) {
    self.findings = findings
    self.fixed = fixed
    self.isWritten = isWritten
  }

  package func json() -> String {
    var members = [JSONMember("findings", .array(findings.map(Self.json)))]
    if let fixed { members.append(JSONMember("fixed", .array(fixed.map(Self.json)))) }
    return JSONReport.render(members)
  }

  private static func json(_ finding: Finding) -> JSONValue {
    .object([
      JSONMember("path", .string(finding.path.description)),
      JSONMember("line", .integer(finding.line)),
      JSONMember("column", .integer(finding.column)),
      JSONMember("severity", .string(finding.severity.rawValue)),
      JSONMember("rule", .string(finding.rule)),
      JSONMember("message", .string(finding.message)),
    ])
  }

  /// Returns one line for each finding, in the form that compilers write and editors read: first what is
  /// mended, then what is left.
  ///
  /// - Parameter folder: Where the person works, `nil` for the root: paths are seen from there.
  package func text(_ style: TextStyle, from folder: RepositoryPath? = nil) -> String {
    let mended = style.coloured(isWritten ? "fixed" : "would fix", .green)
    return (fixed ?? []).map { Self.line($0, mended, from: folder) }.joined()
      + findings.map { finding in
        Self.line(
          finding,
          style.coloured(finding.severity.rawValue, finding.severity == .error ? .red : .yellow),
          from: folder)
      }.joined()
  }

  private static func line(
    _ finding: Finding, _ word: String, from folder: RepositoryPath?
  ) -> String {
    let place = "\(finding.path.relative(to: folder)):\(finding.line):\(finding.column)"
    return "\(TerminalText.escaped(place)): \(word): "
      + "\(TerminalText.escaped(finding.message)) [\(finding.rule)]\n"
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
    let mended = fixed.map { isWritten ? "\($0.count) fixed, " : "\($0.count) to fix, " } ?? ""
    return "\(files) checked, \(mended)"
      + (counts.isEmpty ? "no findings" : counts.joined(separator: ", "))
  }
}
