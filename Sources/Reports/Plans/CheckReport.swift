package import GitModel
import JSON

/// What is wrong with the messages of a range of commits.
package struct CheckReport {
  /// One finding about one commit.
  package struct Line: Hashable, Sendable {
    package let commit: ObjectID
    package let subject: String
    /// The rule's lasting name.
    package let rule: String
    package let message: String

    package init(commit: ObjectID, subject: String, rule: String, message: String) {
      self.commit = commit
      self.subject = subject
      self.rule = rule
      self.message = message
    }
  }

  private let checked: Int
  private let findings: [Line]

  /// - Parameters:
  ///   - checked: How many commits were looked at.
  ///   - findings: In the order in which they are to be shown.
  package init(checked: Int, findings: [Line]) {
    self.checked = checked
    self.findings = findings
  }

  package func json() -> String {
    JSONReport.render([
      JSONMember("checked", .integer(checked)),
      JSONMember(
        "findings",
        .array(
          findings.map { finding in
            .object([
              JSONMember("commit", .string(finding.commit.description)),
              JSONMember("subject", .string(finding.subject)),
              JSONMember("rule", .string(finding.rule)),
              JSONMember("message", .string(finding.message)),
            ])
          })),
    ])
  }

  package func text(_ style: TextStyle) -> String {
    var text = ""
    for finding in findings {
      text += style.coloured(finding.commit.abbreviated, .yellow)
      text += " \(TerminalText.escaped(finding.subject))\n"
      text += "  \(TerminalText.escaped(finding.message)) [\(finding.rule)]\n"
    }
    let commits = checked == 1 ? "1 commit" : "\(checked) commits"
    let problems = findings.count == 1 ? "1 finding" : "\(findings.count) findings"
    return text + "\(commits) checked, \(findings.isEmpty ? "no findings" : problems)\n"
  }
}
