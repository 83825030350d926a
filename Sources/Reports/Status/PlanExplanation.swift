import Correlation
import GitModel
import Plans

/// The status of one plan in words, with all that it rests on.
struct PlanExplanation {
  let answer: PlanAnswer
  let answers: Answers
  let context: ReportContext

  /// - Parameter fields: What a document says, to be shown below the title.
  func lines(_ style: TextStyle, fields: [String] = []) -> [String] {
    let status = StatusReport.statusWords(answer)
    let reason = TerminalText.escaped(answer.reason)
    var answered = wrapped("\(status): \(reason)", style)
    if let first = answered.first, first.hasPrefix("  \(status)") {
      answered[0] =
        "  " + style.coloured(status, style.colour(of: answer.derived))
        + first.dropFirst(2 + status.count)
    }
    var further: [String] = []
    if let targets = TargetsPhrase(answer).text { further.append(targets) }
    further += answer.warnings.map { "warning: \($0)" }
    further += answer.branches.map { "branch " + describe($0) }
    further += answer.milestones.map { "milestone " + describe($0) }
    further += answer.pullRequests.map { "pull request " + context.describe($0) }
    if let release = answer.firstRelease {
      further.append("first released in \(TerminalText.escaped(release))")
    }
    if !answer.commits.isEmpty { further.append("commits, newest first") }
    return heading(style) + fields.flatMap { wrapped($0, style) } + answered
      + further.flatMap { wrapped($0, style) }
      + answer.commits.flatMap { lines(of: $0, style) }
  }

  /// The plan's ID and title.
  private func heading(_ style: TextStyle) -> [String] {
    let id = TerminalText.escaped(answer.plan.key.description)
    var lines = WrappedText(
      "\(id)  \(TerminalText.escaped(answer.plan.title))", indent: 0, width: style.width
    ).lines
    if lines[0].hasPrefix(id) {
      lines[0] = style.coloured(id, .bold) + lines[0].dropFirst(id.count)
    }
    return lines
  }

  private func wrapped(_ text: String, _ style: TextStyle) -> [String] {
    WrappedText(text, indent: 2, width: style.width).lines
  }

  /// The columns that a subject is to have beside what is said of its commit.
  private static let leastSubject = 20

  /// A commit with what is known of it. On a terminal its subject is cut, or has a line of its own.
  private func lines(of commit: LinkedCommit, _ style: TextStyle) -> [String] {
    let id = answers.facts.graph.id(of: commit.commit)
    var lines = WrappedText(describe(commit), indent: 4, width: style.width).lines
    guard let subject = context.subjects[id].map({ TerminalText.escaped($0) }), !subject.isEmpty
    else { return lines }
    guard let width = style.width else { return [lines[0] + "  " + subject] }
    let room = width - TerminalText.width(of: lines[lines.count - 1]) - 2
    if lines.count == 1, room >= min(Self.leastSubject, TerminalText.width(of: subject)) {
      lines[0] += "  " + TerminalText.truncated(subject, to: room)
    } else {
      lines.append("      " + TerminalText.truncated(subject, to: max(width - 6, 1)))
    }
    return lines
  }

  private func describe(_ branch: BranchAnswer) -> String {
    let name = TerminalText.escaped(branch.branch.shorthand)
    let reason = branch.isPlanBranch ? "" : ", by its commits"
    switch branch.state {
    case .open:
      return "\(name) is open, \(Count(branch.ahead, "commit")) ahead\(reason)"
    case .merged:
      return "\(name) is merged" + (branch.integration.map { " (\($0.rawValue))" } ?? "") + reason
    case .empty: return "\(name) is started, without commits of its own"
    }
  }

  private func describe(_ milestone: PlanAnswer.MilestoneAnswer) -> String {
    let title = milestone.title.map { " " + TerminalText.escaped($0) } ?? " (no document)"
    return "\(milestone.id.shortName)\(title): "
      + [state(of: milestone), work(of: milestone)].compactMap(\.self).joined(separator: ", ")
  }

  /// What its document says; nothing where there is none.
  private func state(of milestone: PlanAnswer.MilestoneAnswer) -> String? {
    if milestone.title == nil { return nil }
    return milestone.isCompleted ? "completed" : "not finished"
  }

  private func work(of milestone: PlanAnswer.MilestoneAnswer) -> String {
    switch (milestone.landed, milestone.open) {
    case (0, 0): "no work yet"
    case (0, let open): "\(Count(open, "commit")) open, none landed"
    case (let landed, 0): "\(Count(landed, "commit")) landed, none open"
    case (let landed, let open): "\(Count(landed, "commit")) landed, \(open) open"
    }
  }

  private func describe(_ commit: LinkedCommit) -> String {
    let id = answers.facts.graph.id(of: commit.commit)
    let standing = CommitStanding(commit: commit, answers: answers)
    let words =
      switch commit.kind {
      case .work: standing.phrase
      case .upkeep: "upkeep, \(standing.phrase)"
      // A merge on the target's own line is there, and nothing else is to be said of it.
      case .merge: commit.state == .landed(.fastForward) ? "merge" : "merge, \(standing.phrase)"
      }
    let evidence = commit.evidence.members.map(\.name).joined(separator: ", ")
    return "\(id.abbreviated) \(words) [\(evidence)]"
  }
}
