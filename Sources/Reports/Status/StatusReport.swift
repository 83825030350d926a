package import Correlation
import GitModel
import JSON
import Plans

/// The recorded and the derived status of plans.
package struct StatusReport {
  private let answers: Answers
  private let plans: [PlanAnswer]
  private let context: ReportContext

  /// - Parameter plans: The plans to report, in their order.
  package init(answers: Answers, plans: [PlanAnswer], context: ReportContext) {
    self.answers = answers
    self.plans = plans
    self.context = context
  }

  /// Returns the report as `status --json` promises it.
  package func json() -> String {
    func value(_ target: TargetFacts) -> JSONValue {
      .object([
        JSONMember("ref", .string(target.reference)),
        JSONMember("commit", .string(answers.facts.graph.id(of: target.commit).description)),
      ])
    }
    return JSONReport.render([
      JSONMember("target", answers.facts.target.map(value) ?? .null),
      JSONMember("further_targets", .array(answers.facts.furtherTargets.map(value))),
      JSONMember("plans", .array(plans.map(PlanJSON(context: context).status))),
      JSONMember("unknown", .array(unknown())),
    ])
  }

  /// What commits name and no document describes.
  private func unknown() -> [JSONValue] {
    UnknownPlan.list(answers).map { unknown in
      .object([
        JSONMember("value", .string(unknown.value)),
        JSONMember("commits", .integer(unknown.commits)),
      ])
    }
  }

  /// Returns the report as a table.
  package func table(_ style: TextStyle) -> String {
    if plans.isEmpty { return "no plans yet; 'git execplan new \"<title>\"' creates one\n" }
    let hasFurther = !answers.facts.furtherTargets.isEmpty
    var table = TextTable(
      ["PLAN", "STATUS", "WORK"] + (hasFurther ? ["ALSO ON"] : []) + ["RELEASE", "TITLE"])
    for plan in plans {
      let further = hasFurther ? [TextTable.Cell(TargetsCell(plan, style).text)] : []
      table.append(
        [
          TextTable.Cell(TerminalText.escaped(plan.plan.key.description)),
          TextTable.Cell(Self.statusWords(plan), style.colour(of: plan.derived)),
          TextTable.Cell(Self.work(plan)),
        ] + further + [
          TextTable.Cell(plan.firstRelease.map { TerminalText.escaped($0) } ?? "-"),
          TextTable.Cell(TerminalText.escaped(plan.plan.title)),
        ])
    }
    var lines = table.render(style)
    let drifting = plans.filter(\.isDrift).count
    if drifting > 0 {
      let verb = drifting == 1 ? "plan records" : "plans record"
      lines.append("")
      lines.append(
        "\(drifting) \(verb) another status than git shows; run 'git execplan sync' to write it")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Returns the report with the reason of each status and the evidence behind it.
  package func explanation(_ style: TextStyle) -> String {
    if plans.isEmpty { return table(style) }
    return plans.map { plan in
      PlanExplanation(answer: plan, answers: answers, context: context).lines(style)
        .map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// The recorded status, and the derived one where it is another.
  static func statusWords(_ plan: PlanAnswer) -> String {
    let recorded = plan.plan.status?.rawValue
    let derived = plan.derived?.rawValue
    if plan.isDrift, let recorded, let derived { return "\(recorded) → \(derived)" }
    return derived ?? recorded ?? "-"
  }

  /// Landed work of all that is known.
  static func work(_ plan: PlanAnswer) -> String {
    if plan.counts.known > 0 { return "\(plan.counts.landed)/\(plan.counts.known)" }
    return plan.branches.contains { $0.state == .empty } ? "started" : "-"
  }
}
