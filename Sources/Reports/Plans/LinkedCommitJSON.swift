import Correlation
import GitModel
import JSON
import Plans

/// The commits of plans as JSON objects.
struct LinkedCommitJSON {
  private let answers: Answers
  private let context: ReportContext

  init(_ answers: Answers, _ context: ReportContext) {
    self.answers = answers
    self.context = context
  }

  func value(_ commit: LinkedCommit) -> JSONValue {
    let graph = answers.facts.graph
    let standing = CommitStanding(commit: commit, answers: answers)
    let id = graph.id(of: commit.commit)
    return .object([
      JSONMember("commit", .string(id.description)),
      JSONMember("subject", JSONValue(context.subjects[id])),
      JSONMember("kind", .string("\(commit.kind)")),
      JSONMember("state", .string(standing.word)),
      JSONMember("integration", JSONValue(standing.way)),
      JSONMember("through", JSONValue(standing.other.map { graph.id(of: $0).description })),
      JSONMember("evidence", JSONValue(commit.evidence.members.map(\.name))),
      JSONMember("milestones", JSONValue(commit.milestones.map(\.description))),
      JSONMember("release", JSONValue(release(of: commit))),
    ])
  }

  /// The oldest release that holds a commit, or the copy of it that the target has.
  func release(of commit: LinkedCommit) -> String? {
    var holder = commit.commit
    if case .landed(let way) = commit.state, let copy = way.copy { holder = copy }
    return answers.releases.first(holding: holder).map { answers.releases.tags[$0].name }
  }
}
