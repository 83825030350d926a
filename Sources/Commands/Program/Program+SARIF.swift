import MessageRules
import Plans
import Reports

extension Program {
  /// Returns what a SARIF log says of this program and its rules.
  static func sarifTool(_ rules: LintRules) -> SARIFLog.Tool {
    SARIFLog.Tool(
      name: "git-execplan", version: version,
      rules: rules.list.map { rule in
        SARIFLog.Rule(name: rule.name, summary: rule.summary, severity: rule.level.severity)
      })
  }

  /// Returns what a SARIF log says of this program and the rules for messages.
  static func sarifTool(_ rules: MessageRule.Type) -> SARIFLog.Tool {
    SARIFLog.Tool(
      name: "git-execplan", version: version,
      rules: rules.allCases.map { rule in
        SARIFLog.Rule(name: rule.rawValue, summary: rule.summary, severity: .error)
      })
  }
}
