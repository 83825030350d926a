import Correlation
import GitModel
import GitStore
import Plans

/// What plans recorded at earlier commits.
final class PlanHistory {
  private let facts: RepositoryFacts
  private let layout: PlanLayout
  private let reader: TreeReader
  /// By the trees of the plan folders, which few commits change.
  private var known: [[ObjectID?]: [PlanKey: PlanStatus]] = [:]

  init(_ session: Session, facts: RepositoryFacts) throws(GitError) {
    self.facts = facts
    layout = session.layout
    reader = try TreeReader(session.repository)
  }

  /// Returns the recorded status of each plan that a commit's tree holds.
  func statuses(at commit: CommitIndex) throws(GitError) -> [PlanKey: PlanStatus] {
    let tree = facts.graph.trees[commit.position]
    let folders = try (layout.roots + layout.documentRoots).map { root throws(GitError) in
      try reader.object(at: root, in: tree)
    }
    if let statuses = known[folders] { return statuses }
    var catalog = PlanCatalog(layout: layout)
    try catalog.addPlans(of: tree, with: reader)
    var statuses: [PlanKey: PlanStatus] = [:]
    for plan in catalog.plans { statuses[plan.key] = plan.status }
    known[folders] = statuses
    return statuses
  }
}
