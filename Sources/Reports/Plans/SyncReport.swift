package import Correlation
import GitModel
import JSON
import Plans

/// What `sync` wrote, or would write.
package struct SyncReport {
  /// One plan that changes.
  package struct Line: Sendable {
    package let plan: PlanAnswer
    package let change: SyncRule.Change

    package init(plan: PlanAnswer, change: SyncRule.Change) {
      self.plan = plan
      self.change = change
    }
  }

  private let lines: [Line]
  private let wroteFiles: Bool

  package init(lines: [Line], wroteFiles: Bool) {
    self.lines = lines
    self.wroteFiles = wroteFiles
  }

  package func json() -> String {
    let plans = lines.map { line in
      JSONValue.object([
        JSONMember("id", .string(line.plan.plan.key.description)),
        JSONMember("path", .string(line.plan.plan.path.description)),
        JSONMember("recorded", JSONValue(line.plan.plan.status?.rawValue)),
        JSONMember("status", JSONValue((line.change.status ?? line.plan.plan.status)?.rawValue)),
        JSONMember("pr", .string(line.change.pullRequests ?? line.plan.plan.pullRequestLink)),
        JSONMember("updated", .string(line.change.updated.description)),
        JSONMember("reason", .string(line.plan.reason)),
      ])
    }
    return JSONReport.render([
      JSONMember("written", .boolean(wroteFiles)), JSONMember("plans", .array(plans)),
    ])
  }

  package func text(_ style: TextStyle) -> String {
    var text = ""
    for line in lines {
      var words: [String] = []
      if let status = line.change.status {
        let old = line.plan.plan.status?.rawValue ?? "-"
        words.append("\(old) → " + style.coloured(status.rawValue, style.colour(of: status)))
      }
      if let links = line.change.pullRequests {
        words.append("links.pr " + TerminalText.escaped(links))
      }
      text += "\(line.plan.plan.key)  \(words.joined(separator: ", "))"
      text += "  (\(TerminalText.escaped(line.plan.reason)))\n"
    }
    if lines.isEmpty {
      text +=
        wroteFiles
        ? "registry updated; every plan is in line with git\n"
        : "every plan is in line with git\n"
    }
    return text
  }
}
