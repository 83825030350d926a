import GitModel
import Plans
import WorkTree

extension MilestoneFiling {
  /// Looks where the milestones of a plan go.
  init(
    of plan: Plan, among catalog: PlanCatalog, files: WorkFiles, _ session: Session
  ) throws {
    guard let folder = session.layout.planFolder(of: plan.path) else {
      throw CommandError("the plan at \(plan.path) has no folder for milestones")
    }
    let plansThere = catalog.documents.filter {
      session.layout.planFolder(of: $0.path) == folder
    }
    let root = session.layout.roots.first { plan.path.isInside($0) }
    self.init(
      planFolder: folder,
      style: root.map { PlanFiling(root: $0, files: files).style } ?? .bySlug,
      isShared: plansThere.count > 1, present: plan.milestones.map(\.path))
  }
}
