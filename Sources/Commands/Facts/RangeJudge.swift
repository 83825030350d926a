import Correlation
import GitModel
import GitStore
import MessageRules
import Plans
import Reports

/// Judges commits that were made before, as CI does.
struct RangeJudge {
  private let session: Session
  private let facts: RepositoryFacts
  private let kinds: [CommitIndex: ChangeKind]
  private let history: PlanHistory

  /// - Parameter kinds: What the commits to judge change.
  init(session: Session, facts: RepositoryFacts, kinds: [CommitIndex: ChangeKind]) throws {
    self.session = session
    self.facts = facts
    self.kinds = kinds
    history = try PlanHistory(session, facts: facts)
  }

  /// Returns what the rules say about one commit.
  func findings(on commit: CommitIndex) throws -> [CheckReport.Line] {
    let id = facts.graph.id(of: commit)
    let context = MessageContext(
      plans: try plans(before: commit), policy: .published, isMerge: facts.graph.isMerge(commit),
      isRoot: facts.graph.parents(of: commit).isEmpty, upkeepPlans: try upkeepPlans(of: commit))
    let judge = MessageJudge(context: context)
    let judged = try session.repository.readCommit(id) { _, message in
      (MessageSubject.subject(of: message), judge.verdict(on: message))
    }
    guard let (subject, verdict) = judged, case .refused(let findings) = verdict else { return [] }
    return findings.map {
      CheckReport.Line(
        commit: id, subject: subject, rule: $0.rule.rawValue, message: $0.message)
    }
  }

  /// The plans as they were when a commit was made: one that was closed later was open then.
  private func plans(before commit: CommitIndex) throws -> [PlanKey: KnownPlan] {
    let statuses = try facts.graph.firstParent(of: commit).map(history.statuses) ?? [:]
    return Dictionary(
      facts.plans.plans.map { plan in
        var known = KnownPlan(plan)
        known.status = statuses[plan.key]
        return (plan.key, known)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The plans whose documents are all that a commit changes.
  private func upkeepPlans(of commit: CommitIndex) throws -> [PlanKey] {
    guard kinds[commit] == .upkeep else { return [] }
    let parent = facts.graph.firstParent(of: commit)
    let changes = try session.repository.changes(
      from: parent.map { facts.graph.trees[$0.position] },
      to: facts.graph.trees[commit.position])
    return UpkeepPlans(directory: facts.plans, layout: session.layout)
      .plans(of: changes.flatMap { [$0.oldPath, $0.newPath] })
  }
}
