import Correlation
import GitModel
import Plans

/// Tells from paths whose upkeep a commit is.
struct UpkeepPlans {
  let directory: PlanDirectory
  let layout: PlanLayout

  /// Returns the plans that the changed paths belong to, by key.
  func plans(of paths: [String]) -> [PlanKey] {
    var found: Set<PlanKey> = []
    for text in paths {
      guard let path = RepositoryPath(text) else { continue }
      if let position = directory.position(of: PlanReference.path(path)) {
        found.insert(directory.plans[position].key)
        continue
      }
      // A milestone or an attachment lies in its plan's folder.
      for plan in directory.plans {
        if let folder = layout.planFolder(of: plan.path), plan.key.planID != nil,
          path.isInside(folder)
        {
          found.insert(plan.key)
        }
      }
    }
    return found.sorted()
  }
}
