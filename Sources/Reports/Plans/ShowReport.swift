package import Correlation
import GitModel
import JSON
import Plans

/// One plan: what its document says, and what git says.
package struct ShowReport {
  private let answer: PlanAnswer
  private let answers: Answers
  private let context: ReportContext

  package init(answer: PlanAnswer, answers: Answers, context: ReportContext) {
    self.answer = answer
    self.answers = answers
    self.context = context
  }

  package func json() -> String {
    let writer = PlanJSON(context: context)
    let commits = answer.commits.map(LinkedCommitJSON(answers, context).value)
    return JSONReport.render(
      writer.documentMembers(answer.plan) + [
        JSONMember("git", writer.status(answer)),
        JSONMember("linked_commits", .array(commits)),
      ])
  }

  package func text(_ style: TextStyle) -> String {
    let plan = answer.plan
    var fields: [(String, String)] = [("path", plan.path.description)]
    for (name, value) in [
      ("kind", plan.kind), ("domain", plan.domain), ("owner", plan.owner),
      ("created", plan.created?.description), ("updated", plan.updated?.description),
      ("risk", plan.risk),
    ] {
      if let value { fields.append((name, value)) }
    }
    if !plan.tags.isEmpty { fields.append(("tags", plan.tags.joined(separator: ", "))) }
    if !plan.dependsOn.isEmpty {
      let names = plan.dependsOn.map(\.description).joined(separator: ", ")
      fields.append(("depends on", names))
    }
    for link in plan.links where !link.value.isEmpty { fields.append((link.key, link.value)) }
    return PlanExplanation(answer: answer, answers: answers, context: context)
      .lines(style, fields: fields.map { "\($0): \(TerminalText.escaped($1))" })
      .map { $0 + "\n" }.joined()
  }
}
