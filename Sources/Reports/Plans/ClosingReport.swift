import GitModel
import JSON
package import Plans

/// What `complete` and `archive` did, or would do.
package struct ClosingReport {
  private let plan: Plan
  private let closing: PlanClosing
  private let isWritten: Bool

  /// - Parameter plan: The plan before.
  package init(plan: Plan, closing: PlanClosing, isWritten: Bool) {
    self.plan = plan
    self.closing = closing
    self.isWritten = isWritten
  }

  /// Whether there was nothing to do.
  package var isDone: Bool { closing.isDone }

  package func json() -> String {
    let moved = closing.moves.map { move in
      JSONValue.object([
        JSONMember("from", .string(move.from.description)),
        JSONMember("to", .string(move.to.description)),
      ])
    }
    return JSONReport.render([
      JSONMember("id", .string(plan.key.description)),
      JSONMember("path", .string(closing.path.description)),
      JSONMember("recorded", JSONValue(plan.status?.rawValue)),
      JSONMember("status", .string(closing.status.rawValue)),
      JSONMember("moved", .array(moved)),
      JSONMember("written", .boolean(isWritten && !isDone)),
    ])
  }

  package func text(_ style: TextStyle) -> String {
    let status = style.coloured(closing.status.rawValue, style.colour(of: closing.status))
    let key = TerminalText.escaped(plan.key.description)
    if isDone { return "\(key)  \(status) already\n" }
    let old = plan.status?.rawValue ?? "-"
    var text = "\(key)  \(plan.status == closing.status ? status : "\(old) → \(status)")\n"
    for move in closing.moves {
      text +=
        "  \(isWritten ? "moved" : "would move") \(TerminalText.escaped(move.from.description))"
      text += " to \(TerminalText.escaped(move.to.description))\n"
    }
    return text
  }
}
