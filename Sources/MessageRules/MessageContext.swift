package import GitModel
package import Plans

/// What is known about a commit and its repository besides the message.
package struct MessageContext: Sendable {
  package var policy: MessagePolicy
  /// Whether the commit has several parents, or MERGE_HEAD says that it will.
  package var isMerge: Bool
  /// Whether the commit has no parents, or will have none.
  package var isRoot: Bool
  /// The plans whose documents are all that the commit touches; empty where it touches other files.
  /// Such a commit belongs to them without saying so.
  package var upkeepPlans: [PlanKey]
  /// Whether all that the commit touches are documents that belong to no one plan, as the registry does.
  package var isGeneralUpkeep: Bool
  /// Who wrote the commit, `nil` where that is not known.
  package var author: CommitAuthor?
  /// What the commit's git note says. It speaks for the commit as the message does, and has the last word.
  package var note: PlanNote
  package let plans: [PlanKey: KnownPlan]
  private let keysByPath: [RepositoryPath: PlanKey]

  /// - Parameter formerPaths: Where documents of these plans were besides the places that they have now.
  package init(
    plans: [PlanKey: KnownPlan], formerPaths: [RepositoryPath: PlanKey] = [:],
    policy: MessagePolicy = .hook, isMerge: Bool = false, isRoot: Bool = false,
    upkeepPlans: [PlanKey] = [], isGeneralUpkeep: Bool = false, author: CommitAuthor? = nil,
    note: PlanNote = PlanNote()
  ) {
    self.plans = plans
    self.policy = policy
    self.isMerge = isMerge
    self.isRoot = isRoot
    self.upkeepPlans = upkeepPlans
    self.isGeneralUpkeep = isGeneralUpkeep
    self.author = author
    self.note = note
    var keysByPath = formerPaths
    for (key, plan) in plans {
      if let path = plan.path { keysByPath[path] = key }
    }
    self.keysByPath = keysByPath
  }

  /// Returns the key of the plan that a reference means, whether it is known or not; `nil` where the
  /// reference means no plan of this repository. A path leads to the plan's ID where it has one.
  package func key(of reference: PlanReference) -> PlanKey? {
    switch reference {
    case .plan(let id): .id(id)
    case .milestone(let id): .id(id.plan)
    case .path(let path): keysByPath[path] ?? .path(path)
    case .none, .foreign, .malformed: nil
    }
  }
}
