package import Correlation
package import GitModel
import JSON
import Plans

/// The plans of something, with the reasons.
package struct WhichReport {
  private let answers: Answers
  private let plans: [PlanMention]
  private let commits: [CommitIndex]
  private let isRange: Bool
  private let context: ReportContext

  /// - Parameters:
  ///   - commits: The commit that was asked about, or that wrote the line that was; those of a range; none
  ///     where something else was asked about.
  package init(
    answers: Answers, plans: [PlanMention], commits: [CommitIndex], isRange: Bool,
    context: ReportContext
  ) {
    self.answers = answers
    self.plans = plans
    self.commits = commits
    self.isRange = isRange
    self.context = context
  }

  /// The one commit that was asked about.
  private var commit: CommitIndex? { isRange ? nil : commits.first }

  package func json() -> String {
    let graph = answers.facts.graph
    let requests = commit.map(answers.pullRequests.pullRequests) ?? []
    let commit = commit.map { graph.id(of: $0).description }
    var members = [
      JSONMember("commit", JSONValue(commit)), JSONMember("plans", .array(plans.map(value))),
      JSONMember("pull_requests", PlanJSON(context: context).pullRequests(requests)),
    ]
    if isRange { members.append(JSONMember("commits", .array(commits.map(value)))) }
    return JSONReport.render(members)
  }

  private func value(_ mention: PlanMention) -> JSONValue {
    let plan = answers.plans[mention.plan]
    return .object([
      JSONMember("id", .string(plan.plan.key.description)),
      JSONMember("title", .string(plan.plan.title)),
      JSONMember("evidence", JSONValue(mention.evidence.first)),
      JSONMember("all_evidence", JSONValue(mention.evidence)),
      JSONMember("milestones", JSONValue(mention.milestones.map(\.description))),
      JSONMember(
        "commits", JSONValue(mention.commits.map { answers.facts.graph.id(of: $0).description })),
    ])
  }

  private func value(_ commit: CommitIndex) -> JSONValue {
    let id = answers.facts.graph.id(of: commit)
    return .object([
      JSONMember("commit", .string(id.description)),
      JSONMember("subject", JSONValue(context.subjects[id])),
      JSONMember("plans", JSONValue(keys(of: commit))),
      JSONMember(
        "pull_requests",
        PlanJSON(context: context).pullRequests(answers.pullRequests.pullRequests(of: commit))),
    ])
  }

  /// Returns one line for each plan: ID, evidence, milestones, title. Before them stands the commit that was
  /// asked about, or the commits of the range.
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
    if isRange {
      lines = commitTable().render(style) + (lines.isEmpty ? [] : [""] + lines)
    } else if let commit {
      let requests = answers.pullRequests.pullRequests(of: commit)
      if plans.isEmpty, requests.isEmpty { return "" }
      let id = answers.facts.graph.id(of: commit)
      lines.insert(style.coloured(id.abbreviated, .yellow) + subject(of: commit), at: 0)
      lines += requests.map { "pull request " + context.describe($0) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// One line for each commit: its name, plans, pull requests, title.
  private func commitTable() -> TextTable {
    var table = TextTable()
    for commit in commits {
      let plans = keys(of: commit).map { TerminalText.escaped($0) }.joined(separator: " ")
      let requests = answers.pullRequests.pullRequests(of: commit)
        .map { context.forge.name(of: $0.number) + ($0.confidence == .low ? "?" : "") }
        .joined(separator: " ")
      table.append([
        TextTable.Cell(answers.facts.graph.id(of: commit).abbreviated, .yellow),
        TextTable.Cell(plans.isEmpty ? "-" : plans),
        TextTable.Cell(requests.isEmpty ? "-" : requests),
        TextTable.Cell(String(subject(of: commit).dropFirst(2))),
      ])
    }
    return table
  }

  private func keys(of commit: CommitIndex) -> [String] {
    answers.links.links(of: commit).map(\.plan).sorted()
      .map { answers.plans[$0].plan.key.description }
  }

  private func subject(of commit: CommitIndex) -> String {
    let subject = context.subjects[answers.facts.graph.id(of: commit)]
    return subject.map { "  " + TerminalText.escaped($0) } ?? ""
  }
}
