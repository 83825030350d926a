import Correlation
import GitModel
import GitStore
import MessageRules
import Plans
import Reports

/// Judges commits that were made before, as CI and servers do.
final class RangeJudge {
  private let session: Session
  private let facts: RepositoryFacts
  private let kinds: [CommitIndex: ChangeKind]
  private let history: PlanHistory
  private let policy: MessagePolicy
  /// By what plans recorded; commits that follow each other mostly see the same.
  private var contexts: [[PlanKey: PlanStatus]: MessageContext] = [:]

  /// - Parameter kinds: What the commits to judge change.
  init(session: Session, facts: RepositoryFacts, kinds: [CommitIndex: ChangeKind]) throws {
    self.session = session
    self.facts = facts
    self.kinds = kinds
    history = try PlanHistory(session, facts: facts)
    policy = try session.publishedPolicy()
  }

  /// Returns what the rules say about one commit; `nil` where it is not there.
  func judged(_ commit: CommitIndex) throws -> JudgedMessage? {
    let id = facts.graph.id(of: commit)
    var context = try context(of: commit)
    context.isMerge = facts.graph.isMerge(commit)
    // The border of a shallow clone has parents, though they are not there.
    context.isRoot =
      facts.graph.parents(of: commit).isEmpty && !facts.shallowBorder.contains(commit)
    let paths = try upkeepPaths(of: commit)
    context.upkeepPlans = UpkeepPlans(directory: facts.plans, layout: session.layout)
      .plans(of: paths)
    context.isGeneralUpkeep = !paths.isEmpty && context.upkeepPlans.isEmpty
    context.note = facts.notes[commit] ?? PlanNote()
    return try session.repository.readCommit(id) { [context] commit, message in
      var context = context
      context.author = CommitAuthor(name: commit.authorName, email: commit.authorEmail)
      return JudgedMessage(
        commit: id, subject: MessageSubject.subject(of: message),
        judgement: MessageJudge(context: context).judgement(on: message))
    }
  }

  /// The plans as they were when a commit was made: one that was closed later was open then.
  private func context(of commit: CommitIndex) throws -> MessageContext {
    let statuses = try history.statuses(for: commit)
    if let known = contexts[statuses] { return known }
    let plans = Dictionary(
      facts.plans.plans.map { plan in
        var known = KnownPlan(plan)
        known.status = statuses[plan.key]
        return (plan.key, known)
      }, uniquingKeysWith: { first, _ in first })
    let context = MessageContext(plans: plans, policy: policy)
    contexts[statuses] = context
    return context
  }

  /// What a commit changes that changes plan documents alone; empty for any other commit.
  private func upkeepPaths(of commit: CommitIndex) throws -> [String] {
    guard kinds[commit] == .upkeep else { return [] }
    let parent = facts.graph.firstParent(of: commit)
    return try session.repository.changes(
      from: parent.map { facts.graph.trees[$0.position] },
      to: facts.graph.trees[commit.position]
    ).flatMap { [$0.oldPath, $0.newPath] }
  }
}
