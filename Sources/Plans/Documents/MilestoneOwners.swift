import GitModel

/// Knows which plan a milestone belongs to: the one that it names, else the one of its folder, where only
/// one plan lies there.
struct MilestoneOwners: Hashable {
  private var folders: [RepositoryPath: Set<PlanID>] = [:]

  init(_ plans: [Plan], layout: PlanLayout) {
    for plan in plans {
      guard let id = plan.key.planID, let folder = layout.planFolder(of: plan.path) else {
        continue
      }
      folders[folder, default: []].insert(id)
    }
  }

  /// Returns the plan of a milestone, `nil` where nothing tells.
  func plan(of milestone: MilestoneDocument.ReadResult) -> PlanID? {
    if let plan = milestone.plan { return plan }
    let local = folders[milestone.planFolder] ?? []
    return local.count == 1 ? local.first : nil
  }
}
