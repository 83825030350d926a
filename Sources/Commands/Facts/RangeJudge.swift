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
  private let plans: [PlanKey: KnownPlan]

  init(session: Session, facts: RepositoryFacts, kinds: [CommitIndex: ChangeKind]) {
    self.session = session
    self.facts = facts
    self.kinds = kinds
    plans = Dictionary(
      facts.plans.plans.map { ($0.key, KnownPlan($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns what the rules say about one commit.
  func findings(on commit: CommitIndex) throws -> [CheckReport.Line] {
    let id = facts.graph.id(of: commit)
    var policy = MessagePolicy.published
    // The range is judged afterwards: its plans may well be done by now.
    policy.allowsClosedPlans = true
    let context = MessageContext(
      plans: plans, policy: policy, isMerge: facts.graph.isMerge(commit),
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
