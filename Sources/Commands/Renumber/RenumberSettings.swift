import Correlation
import GitModel
import GitStore
import Plans

/// Decides which branches' configuration changes with a plan's ID.
struct RenumberSettings {
  let session: Session
  let facts: RepositoryFacts
  let meanings: NamesakeMeanings

  func add(to plan: inout RenumberPlan, document: RepositoryPath) {
    for branch in facts.branches where branch.branch.remote == nil && !branch.isTarget {
      let settings = settings(of: branch.branch.name, plan: plan, document: document)
      if settings.isEmpty { continue }
      switch meanings.isMeant(by: branch.head) {
      case true?: plan.settings += settings
      case false?: break
      case nil:
        plan.warnings.append(
          "the branch \(branch.branch.name) may be either plan's and stays as it is; "
            + "'git config branch.\(branch.branch.name).execplan \(plan.renumbering.new)' moves it")
      }
    }
  }

  /// The values of one branch that speak of the old ID or of the document's path.
  private func settings(
    of branch: String, plan: RenumberPlan, document: RepositoryPath
  ) -> [BranchSetting] {
    let (old, new) = (plan.renumbering.old, plan.renumbering.new)
    var settings = BranchSetting.changes(of: branch, session) { reference in
      switch reference {
      case .plan(old), .path(document): .plan(new)
      case .milestone(let id) where id.plan == old:
        .milestone(MilestoneID(plan: new, sequence: id.sequence))
      default: nil
      }
    }
    // The name says the old ID for ever; configuration goes before it.
    let configured = session.repository.configuration.strings("branch.\(branch).execplan")
    if configured.isEmpty, PlanID.all(in: branch).contains(old) {
      settings.append(
        BranchSetting(branch: branch, key: "execplan", old: nil, new: new.description))
    }
    return settings
  }
}
