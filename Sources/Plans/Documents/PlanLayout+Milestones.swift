import GitModel

extension PlanLayout {
  /// Returns the plans with their milestones, by ID. A milestone belongs to the plan that it names; one
  /// that names none belongs to the plan of its folder, where only one plan lies there.
  package func associate(
    _ plans: [Plan], _ milestones: [MilestoneDocument.ReadResult]
  ) -> [Plan] {
    var owned: [PlanID: [Milestone]] = [:]
    let owners = MilestoneOwners(plans, layout: self)
    for document in milestones {
      guard let plan = owners.plan(of: document) else { continue }
      owned[plan, default: []].append(document.milestone(of: plan))
    }
    return plans.map { plan in
      var plan = plan
      let own = plan.key.planID.flatMap { owned[$0] } ?? []
      plan.milestones = own.sorted { ($0.id, $0.path) < ($1.id, $1.path) }
      return plan
    }
  }
}
