import GitModel
import Plans
import QuickHooks
import WorkTree

extension PlanFinder {
  /// Adds the milestones of plans that a catalog holds already.
  func addMilestones(of ids: Set<PlanID>, to catalog: inout PlanCatalog) throws {
    let plans = catalog.documents.compactMap(\.plan)
      .filter { $0.key.planID.map(ids.contains) ?? false }
    for folder in Set(plans.compactMap { layout.planFolder(of: $0.path) }) {
      for path in try files.files(below: folder) {
        guard case .milestone(_, _, let planFolder) = layout.classify(path), planFolder == folder
        else { continue }
        catalog.add(path, of: files)
      }
    }
  }

  /// Adds the plans whose documents files are or in whose folders they lie.
  func addPlans(of paths: [RepositoryPath], to catalog: inout PlanCatalog) throws {
    var documents: Set<RepositoryPath> = []
    for path in paths {
      switch layout.classify(path) {
      case .plan, .document: documents.insert(path)
      case .milestone(_, _, let folder): documents.formUnion(try plans(in: folder))
      case .otherPlanFile:
        if let folder = layout.planFolder(of: path) { documents.formUnion(try plans(in: folder)) }
      case .registry, nil: continue
      }
    }
    for path in documents.sorted() { catalog.add(path, of: files) }
  }

  private func plans(in folder: RepositoryPath) throws -> [RepositoryPath] {
    try files.files(below: folder).filter { path in
      if case .plan = layout.classify(path) { true } else { false }
    }
  }
}
