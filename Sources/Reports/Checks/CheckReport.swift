import GitModel
import JSON
import MessageRules
import Plans

/// What is wrong with the messages of commits, and how the others are fine.
package struct CheckReport {
  private let range: String?
  private let messages: [JudgedMessage]
  private let findings: [Line]

  /// One thing that is wrong with a message.
  private struct Line {
    let message: JudgedMessage
    let finding: MessageFinding
    let severity: Finding.Severity
  }

  /// - Parameters:
  ///   - range: What was looked at, in the words of `git log`; `nil` for a single message.
  ///   - messages: In the order in which they are to be shown.
  ///   - acceptsAny: Whether it is enough that one of them names a plan.
  package init(range: String?, messages: [JudgedMessage], acceptsAny: Bool = false) {
    self.range = range
    self.messages = messages
    let isEnough = acceptsAny && messages.contains(where: \.namesPlan)
    let lines = messages.flatMap { message in
      message.errors.map { Line(message: message, finding: $0, severity: .error) }
        + message.warnings.map { Line(message: message, finding: $0, severity: .warning) }
    }
    findings = lines.filter { !isEnough || $0.finding.rule != .missingID }
  }

  /// Whether anything is wrong that is more than a warning.
  package var hasFindings: Bool { errors > 0 }

  private var errors: Int { findings.count { $0.severity == .error } }

  package func json() -> String {
    JSONReport.render([
      JSONMember("range", JSONValue(range)),
      JSONMember("checked", .integer(messages.count)),
      JSONMember("accepted", .integer(messages.count(where: \.namesPlan))),
      JSONMember("declared_none", .array(declarations.map(declaration))),
      JSONMember(
        "exempt",
        .object(exemptions.map { JSONMember($0.name, .integer($0.count)) })),
      JSONMember(
        "findings",
        .array(
          findings.map { line in
            .object([
              JSONMember("commit", JSONValue(line.message.commit?.description)),
              JSONMember("subject", .string(line.message.subject)),
              JSONMember("severity", .string(line.severity.rawValue)),
              JSONMember("rule", .string(line.finding.rule.rawValue)),
              JSONMember("message", .string(line.finding.message)),
            ])
          })),
    ])
  }

  package func text(_ style: TextStyle) -> String {
    var text = ""
    for line in findings {
      if let commit = line.message.commit {
        text += style.coloured(commit.abbreviated, .yellow) + " "
      }
      text += "\(TerminalText.escaped(line.message.subject))\n"
      let severity = line.severity == .error ? "" : "warning: "
      text += "  \(severity)\(TerminalText.escaped(line.finding.message)) "
      text += "[\(line.finding.rule.rawValue)]\n"
    }
    return text + summary + "\n"
  }

  /// Returns one line for each finding, as a command to GitHub's runner.
  package func github() -> String { GitHubAnnotations.render(problems) }

  /// Returns the findings for code scanning services.
  package func sarif(tool: SARIFLog.Tool) -> String {
    SARIFLog(tool: tool, problems: problems).render()
  }

  /// Returns the commits as test cases in JUnit's format, which CI services show.
  package func junit() -> String {
    let failing = Dictionary(grouping: findings.filter { $0.severity == .error }) { $0.message }
    return JUnitReport(
      name: "git execplan check",
      cases: messages.map { message in
        JUnitReport.Case(
          name: name(of: message),
          failures: (failing[message] ?? []).map {
            JUnitReport.Failure(rule: $0.finding.rule.rawValue, message: $0.finding.message)
          })
      }
    ).render()
  }

  private var problems: [Problem] {
    findings.map { line in
      Problem(
        severity: line.severity, rule: line.finding.rule.rawValue,
        message: "\(name(of: line.message)): \(line.finding.message)")
    }
  }

  private func name(of message: JudgedMessage) -> String {
    (message.commit.map { $0.abbreviated + " " } ?? "") + message.subject
  }

  /// The messages that say they belong to no plan, with their reasons.
  private var declarations: [(message: JudgedMessage, reason: String?)] {
    messages.compactMap { message in
      if case .declaredNone(let reason) = message.verdict { (message, reason) } else { nil }
    }
  }

  private func declaration(_ message: JudgedMessage, _ reason: String?) -> JSONValue {
    .object([
      JSONMember("commit", JSONValue(message.commit?.description)),
      JSONMember("subject", .string(message.subject)),
      JSONMember("reason", JSONValue(reason)),
    ])
  }

  /// How many messages are exempt for each reason, by its name.
  private var exemptions: [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for case .exempt(let exemption) in messages.map(\.verdict) {
      counts[exemption.rawValue, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// One line: how many, how many of them are wrong, and which of the others name no plan.
  private var summary: String {
    let noun = range == nil ? "message" : "commit"
    let count = messages.count == 1 ? "1 \(noun)" : "\(messages.count) \(noun)s"
    let warnings = findings.count - errors
    let problems = errors == 1 ? "1 finding" : "\(errors) findings"
    var parts = ["\(count) checked", errors == 0 ? "no findings" : problems]
    if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
    if !declarations.isEmpty { parts.append("\(declarations.count) of no plan") }
    if !exemptions.isEmpty {
      let kinds = exemptions.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
      parts.append("exempt: \(kinds)")
    }
    return parts.joined(separator: ", ")
  }
}
