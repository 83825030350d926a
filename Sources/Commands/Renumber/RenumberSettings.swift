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
  ) -> [RenumberPlan.Setting] {
    let configuration = session.repository.configuration
    let (old, new) = (plan.renumbering.old, plan.renumbering.new)
    var settings: [RenumberPlan.Setting] = []
    let values = configuration.strings("branch.\(branch).execplan")
    for value in values {
      let references = PlanReference.references(inValue: value)
      guard references.contains(where: { $0.planID == old || $0 == .path(document) }) else {
        continue
      }
      let words = references.map { reference -> String? in
        switch reference {
        case .plan(old), .path(document): new.description
        case .milestone(let id) where id.plan == old:
          MilestoneID(plan: new, sequence: id.sequence).description
        default: reference.value
        }
      }
      settings.append(
        RenumberPlan.Setting(
          branch: branch, key: "execplan", old: value,
          new: words.compactMap(\.self).joined(separator: " ")))
    }
    if values.isEmpty, PlanID.all(in: branch).contains(old) {
      settings.append(
        RenumberPlan.Setting(
          branch: branch, key: "execplan", old: nil, new: new.description))
    }
    if let value = configuration.string("branch.\(branch).execplanMilestone"),
      let milestone = MilestoneID(value), milestone.plan == old
    {
      settings.append(
        RenumberPlan.Setting(
          branch: branch, key: "execplanMilestone", old: value,
          new: MilestoneID(plan: new, sequence: milestone.sequence).description))
    }
    return settings
  }
}
