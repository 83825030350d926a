import GitModel
import Plans
import WorkTree

/// Where a repository keeps its plans.
struct PlanHome {
  /// `.agent` or `.agents`.
  let agentFolder: RepositoryPath
  /// `.agent/exec_plans`.
  let root: RepositoryPath

  /// Finds the folder in use: the first standard root that exists, else the first agent folder that
  /// exists, else `.agent`.
  init(_ layout: PlanLayout, files: WorkFiles) {
    let roots = layout.roots
    let used =
      roots.first { files.exists($0) }
      ?? roots.first { root in root.parent.map(files.exists) ?? false }
      ?? roots[0]
    root = used
    agentFolder = used.parent ?? used
  }

  /// Returns where a plan's folder is to be: below `active` where the repository keeps its open plans
  /// there, as agentrules does now, else below the root.
  func folder(slug: String, files: WorkFiles) -> RepositoryPath? {
    if let active = root.appending("active"), files.exists(active) { return active.appending(slug) }
    return root.appending(slug)
  }
}
