import GitModel

/// Two documents are the same milestone of a plan.
struct DuplicateMilestone: TreeRule {
  let name = "duplicate-milestone"
  let summary = "a number belongs to one milestone of a plan"
  let level = LintLevel.warn

  func findings(in tree: PlanTree) -> [Finding] {
    var first: [MilestoneID: RepositoryPath] = [:]
    return tree.milestones.compactMap { milestone in
      guard let owner = tree.owner(of: milestone) else { return nil }
      let id = MilestoneID(plan: owner, sequence: milestone.sequence)
      guard let other = first[id] else {
        first[id] = milestone.path
        return nil
      }
      return finding(
        in: milestone.source, at: milestone.source["id"], "the ID \(id) is also that of \(other)")
    }
  }
}
