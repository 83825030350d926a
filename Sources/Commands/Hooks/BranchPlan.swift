import GitModel
import GitStore
import Plans

/// What the branch at hand is for.
struct BranchPlan {
  let plans: [PlanKey]
  let milestone: MilestoneID?

  /// Reads it from `branch.<name>.execplan`, else from the branch's name; mid-rebase HEAD is detached and
  /// the branch is the one that is being rebased. `nil` where the branch is no plan's.
  init?(_ session: Session) throws {
    let repository = session.repository
    guard let name = try repository.head().branchName ?? repository.rebasedBranch() else {
      return nil
    }
    let configuration = repository.configuration
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
    milestone = configuration.string("branch.\(name).execplanMilestone")
      .flatMap { MilestoneID($0) }
  }
}
