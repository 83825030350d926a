package import Correlation
import GitModel
import JSON
import Plans

/// The plans of releases.
package struct ReleaseReport {
  private let answers: Answers
  private let releases: [ReleaseAnswer]
  private let context: ReportContext
  private let showsUnplanned: Bool

  /// - Parameters:
  ///   - releases: Newest first.
  ///   - showsUnplanned: Whether commits without a plan are listed, not only counted.
  package init(
    answers: Answers, releases: [ReleaseAnswer], context: ReportContext, showsUnplanned: Bool
  ) {
    self.answers = answers
    self.releases = releases
    self.context = context
    self.showsUnplanned = showsUnplanned
  }

  /// Returns the report as `release --json` promises it.
  package func json() -> String {
    JSONReport.render([
      JSONMember("releases", .array(releases.map { .object(members($0)) }))
    ])
  }

  /// Returns the report for a terminal.
  package func text(_ style: TextStyle) -> String {
    if releases.isEmpty { return "no releases yet\n" }
    return releases.map { release in
      section(release, style: style).map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// Returns the report as Markdown, ready for release notes.
  package func markdown() -> String {
    releases.map { release in
      MarkdownRelease(release: release, context: context, title: title(release))
        .lines(unplanned: showsUnplanned ? unplannedLines(release) : nil)
        .map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private func members(_ release: ReleaseAnswer) -> [JSONMember] {
    let graph = answers.facts.graph
    let writer = PlanJSON(context: context)
    var members = [
      JSONMember("tag", JSONValue(release.tag)),
      JSONMember("range", JSONValue(release.range)),
      JSONMember("previous", JSONValue(release.previous)),
      JSONMember("commit", .string(graph.id(of: release.commit).description)),
      JSONMember("date", .string(RFC3339.string(release.time))),
      JSONMember(
        "plans",
        .array(
          release.plans.map { released in
            let plan = released.plan.plan
            return .object([
              JSONMember("id", .string(plan.key.description)),
              JSONMember("title", .string(plan.title)),
              JSONMember("kind", JSONValue(plan.kind)),
              JSONMember("state", .string(released.state.rawValue)),
              JSONMember(
                "commits", JSONValue(released.commits.map { graph.id(of: $0).description })),
              JSONMember("milestones", JSONValue(released.milestones.map(\.description))),
              JSONMember("landed", .integer(released.landed)),
              JSONMember("known", .integer(released.known)),
              JSONMember("pull_requests", writer.pullRequests(released.pullRequests)),
              JSONMember("breaking", .boolean(plan.breaking ?? false)),
              JSONMember("migration", .boolean(plan.migration ?? false)),
            ])
          })),
      JSONMember("unplanned", .integer(release.unplanned.count)),
    ]
    if showsUnplanned {
      let commits = release.unplanned.map { graph.id(of: $0).description }
      members.append(JSONMember("unplanned_commits", JSONValue(commits)))
    }
    return members
  }

  private func section(_ release: ReleaseAnswer, style: TextStyle) -> [String] {
    var heading = style.coloured(TerminalText.escaped(title(release)), .bold)
    heading += "  \(RFC3339.day(release.time))"
    if let previous = release.previous { heading += "  since \(TerminalText.escaped(previous))" }
    var lines = [heading]
    if !release.plans.isEmpty {
      var table = TextTable()
      for released in release.plans {
        let plan = released.plan.plan
        let marks =
          (plan.breaking == true ? " [breaking]" : "")
          + (plan.migration == true ? " [migration]" : "")
        table.append([
          TextTable.Cell("  " + TerminalText.escaped(plan.key.description)),
          TextTable.Cell(
            released.state.rawValue, Self.colour(of: released.state)),
          TextTable.Cell("\(released.landed)/\(released.known)"),
          TextTable.Cell(TerminalText.escaped(plan.kind ?? "-")),
          TextTable.Cell(TerminalText.escaped(plan.title) + marks),
        ])
      }
      lines += table.render(style)
    }
    let count = release.unplanned.count
    if release.plans.isEmpty, count == 0 {
      lines.append("  nothing")
    } else if count > 0 {
      lines.append("  \(count) \(count == 1 ? "commit" : "commits") without a plan")
    }
    if showsUnplanned {
      lines += unplannedLines(release).map { "    " + TerminalText.escaped($0) }
    }
    return lines
  }

  private static func colour(of state: ReleaseAnswer.State) -> TextStyle.Colour {
    switch state {
    case .completed: .green
    case .partial: .yellow
    case .reverted: .red
    }
  }

  private func title(_ release: ReleaseAnswer) -> String {
    release.tag ?? release.range ?? "unreleased"
  }

  private func unplannedLines(_ release: ReleaseAnswer) -> [String] {
    release.unplanned.map { commit in
      let id = answers.facts.graph.id(of: commit)
      return id.abbreviated + (context.subjects[id].map { " " + $0 } ?? "")
    }
  }
}
