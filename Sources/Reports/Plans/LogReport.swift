package import Correlation
import GitModel
import JSON
import Plans

/// A plan's commits by milestone, with where each landed.
package struct LogReport {
  private let answer: PlanAnswer
  private let answers: Answers
  private let context: ReportContext

  package init(answer: PlanAnswer, answers: Answers, context: ReportContext) {
    self.answer = answer
    self.answers = answers
    self.context = context
  }

  package func json() -> String {
    JSONReport.render([
      JSONMember("id", .string(answer.plan.key.description)),
      JSONMember("title", .string(answer.plan.title)),
      JSONMember("commits", .array(answer.commits.map(LinkedCommitJSON(answers, context).value))),
    ])
  }

  /// Returns the commits that name no milestone, then those of each milestone; newest first in each group.
  package func text(_ style: TextStyle) -> String {
    var lines = [
      style.coloured(TerminalText.escaped(answer.plan.key.description), .bold) + "  "
        + TerminalText.escaped(answer.plan.title)
    ]
    if answer.commits.isEmpty { lines.append("  no commits yet") }
    let general = answer.commits.filter(\.milestones.isEmpty)
    if answer.milestones.isEmpty {
      lines += table(general, style)
    } else {
      if !general.isEmpty { lines += ["", "  without a milestone"] + table(general, style) }
      for milestone in answer.milestones {
        let own = answer.commits.filter { $0.milestones.contains(milestone.id) }
        let title = milestone.title.map { "  " + TerminalText.escaped($0) } ?? ""
        let state = milestone.isCompleted ? "  (completed)" : ""
        lines += ["", "  " + style.coloured(milestone.id.shortName, .bold) + title + state]
        let nothing = milestone.isCompleted ? "    no commits" : "    no commits yet"
        lines += own.isEmpty ? [nothing] : table(own, style)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func table(_ commits: [LinkedCommit], _ style: TextStyle) -> [String] {
    var table = TextTable()
    for commit in commits {
      let graph = answers.facts.graph
      let id = graph.id(of: commit.commit)
      let kind = commit.kind == .work ? "" : "\(commit.kind), "
      table.append([
        TextTable.Cell("    " + id.abbreviated, .yellow),
        TextTable.Cell(RFC3339.day(graph.times[commit.commit.position])),
        TextTable.Cell(kind + CommitStanding(commit: commit, answers: answers).phrase),
        TextTable.Cell(release(of: commit).map { TerminalText.escaped($0) } ?? "-"),
        TextTable.Cell(context.subjects[id].map { TerminalText.escaped($0) } ?? ""),
      ])
    }
    return table.render(style)
  }

  private func release(of commit: LinkedCommit) -> String? {
    LinkedCommitJSON(answers, context).release(of: commit)
  }
}
