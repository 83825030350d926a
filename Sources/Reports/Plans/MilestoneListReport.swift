import GitModel
import JSON
package import Plans

/// Milestones as their documents describe them.
package struct MilestoneListReport {
  private let milestones: [Milestone]

  package init(_ milestones: [Milestone]) { self.milestones = milestones }

  package func json() -> String {
    let objects = milestones.map { milestone in
      JSONValue.object([
        JSONMember("id", .string(milestone.id.description)),
        JSONMember("plan", .string(milestone.id.plan.description)),
        JSONMember("title", .string(milestone.title)),
        JSONMember("status", JSONValue(milestone.status)),
        JSONMember("completed", .boolean(milestone.isCompleted)),
        JSONMember("path", .string(milestone.path.description)),
      ])
    }
    return JSONReport.render([JSONMember("milestones", .array(objects))])
  }

  package func table(_ style: TextStyle) -> String {
    if milestones.isEmpty { return "no milestones\n" }
    var table = TextTable(["MILESTONE", "STATUS", "TITLE"])
    for milestone in milestones {
      let status = milestone.isCompleted ? "completed" : milestone.status ?? "-"
      table.append([
        TextTable.Cell(milestone.id.description),
        TextTable.Cell(
          TerminalText.escaped(status),
          style.colour(of: milestone.isCompleted ? .done : PlanStatus(rawValue: status))),
        TextTable.Cell(TerminalText.escaped(milestone.title)),
      ])
    }
    return table.render(style).map { $0 + "\n" }.joined()
  }
}
