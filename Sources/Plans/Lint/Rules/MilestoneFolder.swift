import GitModel

/// A milestone lies in another folder than its plan.
struct MilestoneFolder: TreeRule {
  let name = "milestone-folder"
  let summary = "a milestone lies in the folder of its plan"
  let level = LintLevel.warn

  func findings(in tree: PlanTree) -> [Finding] {
    var paths: [PlanID: [RepositoryPath]] = [:]
    for plan in tree.documents.compactMap(\.plan) {
      if let id = plan.key.planID { paths[id, default: []].append(plan.path) }
    }
    return tree.milestones.compactMap { milestone in
      guard let owner = tree.owner(of: milestone), let plans = paths[owner],
        !plans.contains(where: { tree.layout.planFolder(of: $0) == milestone.planFolder })
      else { return nil }
      return finding(
        in: milestone.source, line: 1,
        "the milestone does not lie in the folder of its plan, which is \(plans[0])")
    }
  }
}
