/// A milestone has a number whose predecessor nobody has.
struct MilestoneGap: TreeRule {
  let name = "milestone-gap"
  let summary = "the milestones of a plan are numbered without gaps"
  let level = LintLevel.off

  func findings(in tree: PlanTree) -> [Finding] {
    var numbers: [PlanID: Set<Int>] = [:]
    for milestone in tree.milestones {
      guard let owner = tree.owner(of: milestone) else { continue }
      numbers[owner, default: []].insert(milestone.sequence)
    }
    return tree.milestones.compactMap { milestone in
      guard milestone.sequence > 1, let owner = tree.owner(of: milestone),
        numbers[owner]?.contains(milestone.sequence - 1) == false
      else { return nil }
      let before = MilestoneID(plan: owner, sequence: milestone.sequence - 1)
      return finding(
        in: milestone.source, at: milestone.source["id"],
        "there is no milestone \(before.shortName) before this one")
    }
  }
}
