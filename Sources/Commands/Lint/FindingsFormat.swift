import ArgumentParser
import Plans
import Reports

/// How findings are printed.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, sarif
}

extension FindingsReport {
  /// Returns the report for people or for another program.
  func rendered(as format: FindingsFormat, session: Session) -> String {
    switch format {
    case .text: text(session.style, from: session.prefix)
    case .json: json()
    case .github: github()
    case .sarif: sarif(tool: Program.sarifTool(LintRules.all))
    }
  }
}
