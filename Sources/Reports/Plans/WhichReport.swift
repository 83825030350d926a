package import Correlation
package import GitModel
import JSON
import Plans

/// The plans of something, with the reasons.
package struct WhichReport {
  private let answers: Answers
  private let plans: [PlanMention]
  private let commit: CommitIndex?
  private let context: ReportContext

  /// - Parameters:
  ///   - commit: The commit that was asked about, or that wrote the line that was.
  package init(
    answers: Answers, plans: [PlanMention], commit: CommitIndex?, context: ReportContext
  ) {
    self.answers = answers
    self.plans = plans
    self.commit = commit
    self.context = context
  }

  package func json() -> String {
    let graph = answers.facts.graph
    return JSONReport.render([
      JSONMember("commit", JSONValue(commit.map { graph.id(of: $0).description })),
      JSONMember(
        "plans",
        .array(
          plans.map { mention in
            let plan = answers.plans[mention.plan]
            return .object([
              JSONMember("id", .string(plan.plan.key.description)),
              JSONMember("title", .string(plan.plan.title)),
              JSONMember("evidence", JSONValue(mention.evidence.first)),
              JSONMember("all_evidence", JSONValue(mention.evidence)),
              JSONMember("milestones", JSONValue(mention.milestones.map(\.description))),
              JSONMember(
                "commits", JSONValue(mention.commits.map { graph.id(of: $0).description })),
            ])
          })),
    ])
  }

  /// Returns one line for each plan: ID, evidence, milestones, title.
  package func text(_ style: TextStyle) -> String {
    var table = TextTable()
    for mention in plans {
      let plan = answers.plans[mention.plan].plan
      var evidence = mention.evidence.joined(separator: ", ")
      if commit == nil, !mention.commits.isEmpty {
        let count = mention.commits.count
        evidence += " (\(count) \(count == 1 ? "commit" : "commits"))"
      }
      let milestones = mention.milestones.map(\.shortName).joined(separator: " ")
      table.append([
        TextTable.Cell(TerminalText.escaped(plan.key.description), .bold),
        TextTable.Cell(evidence),
        TextTable.Cell(milestones.isEmpty ? "-" : milestones),
        TextTable.Cell(TerminalText.escaped(plan.title)),
      ])
    }
    var lines = table.render(style)
    if let commit, !plans.isEmpty {
      let id = answers.facts.graph.id(of: commit)
      let subject = context.subjects[id].map { "  " + TerminalText.escaped($0) } ?? ""
      lines.insert(style.coloured(id.abbreviated, .yellow) + subject, at: 0)
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
