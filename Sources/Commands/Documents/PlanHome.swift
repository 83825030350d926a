import GitModel
import Plans
import WorkTree

/// Where a repository keeps its plans.
struct PlanHome {
  /// `.agent` or `.agents`: the folder of PLANS.md and of the templates.
  let agentFolder: RepositoryPath
  /// Where new plans go, such as `.agent/exec_plans`.
  let root: RepositoryPath

  /// Finds the folders in use. Plans go to the first root from configuration; without one to the first
  /// standard root that exists, else into the first agent folder that exists, else to `.agent`.
  init(_ layout: PlanLayout, files: WorkFiles) {
    let standard = PlanLayout.standardRoots
    let used =
      standard.first { files.exists($0) }
      ?? standard.first { root in root.parent.map(files.exists) ?? false }
      ?? standard[0]
    agentFolder = used.parent ?? used
    root = layout.homes.first ?? used
  }

  /// Returns where a plan's folder is to be: below `active` where the repository arranges its plans by
  /// their state, as agentrules does now, else below the root.
  func folder(slug: String, files: WorkFiles) -> RepositoryPath? {
    PlanFiling(root: root, files: files).openFolder(slug: slug)
  }
}
