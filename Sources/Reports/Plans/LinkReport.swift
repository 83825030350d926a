package import Correlation
package import GitModel
import JSON
package import Plans

/// Links between commits and plans that were written, or that are proposed.
package struct LinkReport {
  /// One link.
  package struct Line: Hashable, Sendable {
    package let commit: CommitIndex
    /// The plan's place among the facts' plans.
    package let plan: Int
    package let reference: PlanReference
    package let evidence: [LinkSuggestion.Evidence]
    /// Why it is proposed; `nil` where a person asked for it.
    package let reason: String?

    package init(
      commit: CommitIndex, plan: Int, reference: PlanReference,
      evidence: [LinkSuggestion.Evidence], reason: String?
    ) {
      self.commit = commit
      self.plan = plan
      self.reference = reference
      self.evidence = evidence
      self.reason = reason
    }
  }

  private let answers: Answers
  private let lines: [Line]
  private let written: Set<ObjectID>?
  private let isRemoval: Bool
  private let context: ReportContext

  /// - Parameters:
  ///   - lines: Newest first.
  ///   - written: The commits whose notes changed; `nil` where nothing was to be written.
  ///   - isRemoval: Whether links are taken back.
  package init(
    answers: Answers, lines: [Line], written: Set<ObjectID>?, isRemoval: Bool = false,
    context: ReportContext
  ) {
    self.answers = answers
    self.lines = lines
    self.written = written
    self.isRemoval = isRemoval
    self.context = context
  }

  package func json() -> String {
    let graph = answers.facts.graph
    return JSONReport.render([
      JSONMember("written", .boolean(written.map { !$0.isEmpty } ?? false)),
      JSONMember(
        isRemoval ? "unlinked" : "links",
        .array(
          lines.map { line in
            let id = graph.id(of: line.commit)
            return .object([
              JSONMember("commit", .string(id.description)),
              JSONMember("subject", JSONValue(context.subjects[id])),
              JSONMember("id", JSONValue(line.reference.value)),
              JSONMember("evidence", JSONValue(line.evidence.map(\.rawValue))),
              JSONMember("reason", JSONValue(line.reason)),
              JSONMember("changed", .boolean(written?.contains(id) ?? false)),
            ])
          })),
    ])
  }

  package func text(_ style: TextStyle) -> String {
    var table = TextTable()
    for line in lines {
      let id = answers.facts.graph.id(of: line.commit)
      var cells = [
        TextTable.Cell(id.abbreviated, .yellow),
        TextTable.Cell(TerminalText.escaped(line.reference.value ?? "")),
      ]
      if let reason = line.reason { cells.append(TextTable.Cell(reason)) }
      cells.append(
        TextTable.Cell(context.subjects[id].map { TerminalText.escaped($0) } ?? ""))
      table.append(cells)
    }
    return table.render(style).map { $0 + "\n" }.joined() + summary + "\n"
  }

  private var summary: String {
    let commits = Set(lines.map(\.commit)).count
    let count = commits == 1 ? "1 commit" : "\(commits) commits"
    guard let written else {
      let verb = isRemoval ? "would be unlinked" : "may be linked"
      return lines.isEmpty ? "nothing to \(isRemoval ? "unlink" : "link")" : "\(count) \(verb)"
    }
    let verb = isRemoval ? "unlinked" : "linked"
    if lines.isEmpty { return isRemoval ? "no such link" : "nothing to link" }
    let old = commits - written.count
    return "\(count) \(verb)" + (old > 0 ? ", \(old) of them before" : "")
  }
}
