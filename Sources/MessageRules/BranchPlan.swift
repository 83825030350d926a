package import GitModel
package import Plans

/// What a branch is for.
package struct BranchPlan: Hashable, Sendable {
  package let plans: [PlanKey]
  package let milestone: MilestoneID?

  /// Reads it from `branch.<name>.execplan`, else from the branch's name. `nil` where the branch is no
  /// plan's.
  package init?(branch name: String, configuration: Configuration) {
    let configured = configuration.strings("branch.\(name).execplan")
      .flatMap { PlanReference.references(inValue: $0) }
      .compactMap { reference -> PlanKey? in
        switch reference {
        case .plan(let id): .id(id)
        case .milestone(let id): .id(id.plan)
        case .path(let path): .path(path)
        case .none, .foreign, .malformed: nil
        }
      }
    plans = configured.isEmpty ? PlanID.all(in: name).map { .id($0) } : configured
    if plans.isEmpty { return nil }
    milestone =
      configuration.string("branch.\(name).execplanMilestone").flatMap { MilestoneID($0) }
      ?? MilestoneID.all(inName: name).first
  }

  /// What a message of the branch refers to. A milestone comes with its own plan only.
  package var references: [PlanReference] {
    let milestones = milestone.map { plans.contains(.id($0.plan)) ? [$0] : [] } ?? []
    return plans.map(\.reference) + milestones.map { .milestone($0) }
  }
}
