/// A milestone belongs to no plan.
struct OrphanMilestone: TreeRule {
  let name = "orphan-milestone"
  let summary = "the plan of a milestone exists"
  let level = LintLevel.warn

  func findings(in tree: PlanTree) -> [Finding] {
    let known = tree.ids
    return tree.milestones.compactMap { milestone in
      guard let owner = tree.owner(of: milestone) else {
        return finding(
          in: milestone.source, at: milestone.source["execplan_id"],
          "neither the milestone nor its folder says which plan it belongs to")
      }
      if known.contains(owner) { return nil }
      let key = milestone.source["execplan_id"] == nil ? "id" : "execplan_id"
      return finding(
        in: milestone.source, at: milestone.source[key],
        "there is no plan \(owner), which the milestone belongs to")
    }
  }
}
