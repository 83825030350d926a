import ArgumentParser
import MessageRules
import Reports

/// How the results of `check` are printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, sarif, junit
}

extension CheckReport {
  /// Returns the report for people or for another program.
  func rendered(as format: CheckFormat, session: Session) -> String {
    switch format {
    case .text: text(session.style)
    case .json: json()
    case .github: github()
    case .sarif: sarif(tool: Program.sarifTool(MessageRule.self))
    case .junit: junit()
    }
  }
}
