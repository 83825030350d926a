import Correlation
import GitModel
import Plans

/// The status of one plan in words, with all that it rests on.
struct PlanExplanation {
  let answer: PlanAnswer
  let answers: Answers
  let context: ReportContext

  func lines(_ style: TextStyle) -> [String] {
    let plan = answer.plan
    let title = TerminalText.escaped(plan.title)
    let status = style.coloured(
      StatusReport.statusWords(answer), style.colour(of: answer.derived))
    var lines = [
      style.coloured(TerminalText.escaped(plan.key.description), .bold) + "  \(title)",
      "  \(status): \(TerminalText.escaped(answer.reason))",
    ]
    if let targets = TargetsPhrase(answer).text { lines.append("  \(targets)") }
    for warning in answer.warnings { lines.append("  warning: \(warning)") }
    for branch in answer.branches { lines.append("  branch " + describe(branch)) }
    for milestone in answer.milestones { lines.append("  milestone " + describe(milestone)) }
    for request in answer.pullRequests {
      lines.append("  pull request " + context.describe(request))
    }
    if let release = answer.firstRelease {
      lines.append("  first released in \(TerminalText.escaped(release))")
    }
    if !answer.commits.isEmpty { lines.append("  commits, newest first") }
    for commit in answer.commits { lines.append("    " + describe(commit)) }
    return lines
  }

  private func describe(_ branch: BranchAnswer) -> String {
    let name = TerminalText.escaped(branch.branch.shorthand)
    let reason = branch.isPlanBranch ? "" : ", by its commits"
    switch branch.state {
    case .open:
      let commits = branch.ahead == 1 ? "1 commit" : "\(branch.ahead) commits"
      return "\(name) is open, \(commits) ahead\(reason)"
    case .merged:
      return "\(name) is merged" + (branch.integration.map { " (\($0.rawValue))" } ?? "") + reason
    case .empty: return "\(name) is started, without commits of its own"
    }
  }

  private func describe(_ milestone: PlanAnswer.MilestoneAnswer) -> String {
    let title = milestone.title.map { " " + TerminalText.escaped($0) } ?? " (no document)"
    let state = milestone.isCompleted ? "completed" : "not finished"
    return "\(milestone.id.shortName)\(title): \(state), "
      + "\(milestone.landed) landed, \(milestone.open) open"
  }

  private func describe(_ commit: LinkedCommit) -> String {
    let graph = answers.facts.graph
    let id = graph.id(of: commit.commit)
    var words: [String] = []
    switch commit.kind {
    case .work: break
    case .upkeep: words.append("upkeep,")
    case .merge: words.append("merge,")
    }
    words.append(CommitStanding(commit: commit, answers: answers).phrase)
    let evidence = commit.evidence.members.map(\.name).joined(separator: ", ")
    let subject = context.subjects[id].map { "  " + TerminalText.escaped($0) } ?? ""
    return "\(id.abbreviated) \(words.joined(separator: " ")) [\(evidence)]\(subject)"
  }
}
