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
    try statuses(of: commit, folders(of: commit))
  }

  /// Returns what the plans recorded when a commit was made: before it, or with it where it opens them again.
  /// A plan that the commit before lacks has no status.
  func statuses(for commit: CommitIndex) throws(GitError) -> [PlanKey: PlanStatus] {
    guard let parent = facts.graph.firstParent(of: commit) else { return [:] }
    let folders = try folders(of: parent)
    var statuses = try statuses(of: parent, folders)
    let foldersAfter = try self.folders(of: commit)
    if folders == foldersAfter { return statuses }
    let after = try self.statuses(of: commit, foldersAfter)
    for (key, status) in statuses where status.isClosed {
      if let status = after[key], !status.isClosed { statuses[key] = status }
    }
    return statuses
  }

  /// Returns the trees of a commit's folders of plans.
  private func folders(of commit: CommitIndex) throws(GitError) -> [ObjectID?] {
    let tree = facts.graph.trees[commit.position]
    return try (layout.roots + layout.documentRoots).map { root throws(GitError) in
      try reader.object(at: root, in: tree)
    }
  }

  private func statuses(
    of commit: CommitIndex, _ folders: [ObjectID?]
  ) throws(GitError) -> [PlanKey: PlanStatus] {
    if let statuses = known[folders] { return statuses }
    let tree = facts.graph.trees[commit.position]
    var catalog = PlanCatalog(layout: layout)
    try catalog.addPlans(of: tree, with: reader)
    var statuses: [PlanKey: PlanStatus] = [:]
    for plan in catalog.plans { statuses[plan.key] = plan.status }
    known[folders] = statuses
    return statuses
  }
}
