import GitModel
import GitStore
import MessageRules
import Plans
import WorkTree

/// The open plans, in the order in which a person may mean them.
struct LikelyPlans {
  /// How many commits before this one are asked for their plans.
  private static let history = 20

  /// A plan, and why it may be meant.
  struct Candidate {
    let plan: Plan
    let reason: String?
  }

  private let run: HookRun

  init(_ run: HookRun) { self.run = run }

  /// Returns the open plans: the branch's own, then those whose documents the commit changes, those of the
  /// last commits, those that are for the changed part of the repository; else those that changed last.
  func plans(changing paths: [RepositoryPath]) throws -> [Candidate] {
    guard let files = run.files else { return [] }
    let plans = try PlanCatalog(files: files, layout: run.layout).plans
      .filter { $0.status?.isClosed != true && $0.key.planID != nil }
    let own = run.branchPlan?.plans ?? []
    let recent = try recentPlans()
    let folders = Set(paths.flatMap { $0.components.map(String.init) })
    let ranked = plans.map { plan in
      (plan: plan, rank: rank(plan, own: own, changed: paths, recent: recent, folders: folders))
    }.sorted { left, right in
      if left.rank.order != right.rank.order { return left.rank.order < right.rank.order }
      if left.plan.status != right.plan.status {
        return Self.weight(left.plan.status) < Self.weight(right.plan.status)
      }
      let dates = (left.plan.updated ?? .first, right.plan.updated ?? .first)
      return dates.0 != dates.1 ? dates.0 > dates.1 : left.plan.key > right.plan.key
    }
    return ranked.map { Candidate(plan: $0.plan, reason: $0.rank.reason) }
  }

  private func rank(
    _ plan: Plan, own: [PlanKey], changed: [RepositoryPath], recent: [PlanKey],
    folders: Set<String>
  ) -> (order: Int, reason: String?) {
    if own.contains(plan.key) { return (0, "of this branch") }
    if let folder = run.layout.planFolder(of: plan.path), !run.layout.roots.contains(folder),
      changed.contains(where: { $0.isInside(folder) })
    {
      return (1, "changed by this commit")
    }
    if let position = recent.firstIndex(of: plan.key) {
      return (2 + position, "of a commit before this one")
    }
    return (plan.touches.contains(where: folders.contains) ? 100 : 101, nil)
  }

  /// The plans of the commits before this one, the newest first.
  private func recentPlans() throws -> [PlanKey] {
    var found: [PlanKey] = []
    let repository = run.session.repository
    var next = try repository.head().commit
    for _ in 0..<Self.history {
      guard let id = next,
        let commit = try repository.readCommit(
          id,
          { commit, message in
            (parent: commit.parents.first, references: MessageReferences(of: message)?.references)
          })
      else { break }
      for reference in commit.references ?? [] {
        if let plan = reference.planID.map({ PlanKey.id($0) }), !found.contains(plan) {
          found.append(plan)
        }
      }
      next = commit.parent
    }
    return found
  }

  private static func weight(_ status: PlanStatus?) -> Int {
    switch status {
    case .active: 0
    case .planned: 1
    default: 2
    }
  }
}
