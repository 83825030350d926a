import JSON
package import Plans

/// The plans as their documents describe them.
package struct ListReport {
  private let plans: [Plan]

  package init(plans: [Plan]) { self.plans = plans }

  package func json() -> String {
    JSONReport.render([
      JSONMember("plans", .array(plans.map(PlanJSON().document)))
    ])
  }

  package func table(_ style: TextStyle) -> String {
    if plans.isEmpty { return "no plans\n" }
    var table = TextTable(["PLAN", "STATUS", "KIND", "UPDATED", "TITLE"])
    for plan in plans {
      table.append([
        TextTable.Cell(TerminalText.escaped(plan.key.description)),
        TextTable.Cell(plan.status?.rawValue ?? "-", style.colour(of: plan.status)),
        TextTable.Cell(TerminalText.escaped(plan.kind ?? "-")),
        TextTable.Cell(plan.updated?.description ?? "-"),
        TextTable.Cell(TerminalText.escaped(plan.title)),
      ])
    }
    return table.render(style).map { $0 + "\n" }.joined()
  }
}
