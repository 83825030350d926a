package import GitModel
import JSON
package import Plans

/// What `milestone complete` did, or would do.
package struct MilestoneCompletionReport {
  private let milestone: Milestone
  private let path: RepositoryPath
  private let isWritten: Bool
  /// Whether there was nothing to do.
  package let isDone: Bool

  /// - Parameters:
  ///   - milestone: The milestone before.
  ///   - path: Its path afterwards.
  package init(milestone: Milestone, path: RepositoryPath, isDone: Bool, isWritten: Bool) {
    self.milestone = milestone
    self.path = path
    self.isDone = isDone
    self.isWritten = isWritten
  }

  package func json() -> String {
    JSONReport.render([
      JSONMember("id", .string(milestone.id.description)),
      JSONMember("plan", .string(milestone.id.plan.description)),
      JSONMember("path", .string(path.description)),
      JSONMember(
        "previous_path", JSONValue(path == milestone.path ? nil : milestone.path.description)),
      JSONMember("recorded", JSONValue(milestone.status)),
      JSONMember("written", .boolean(isWritten && !isDone)),
    ])
  }

  package func text(_ style: TextStyle) -> String {
    let done = style.coloured("completed", style.colour(of: .done))
    if isDone { return "\(milestone.id)  \(done) already\n" }
    var text = "\(milestone.id)  \(TerminalText.escaped(milestone.status ?? "-")) → \(done)\n"
    if path != milestone.path {
      text += "  \(isWritten ? "moved" : "would move") "
      text += TerminalText.escaped(milestone.path.description)
      text += " to \(TerminalText.escaped(path.description))\n"
    }
    return text
  }
}
