import GitModel
import Plans
import WorkTree

extension PlanFiling {
  /// Finds out how a root arranges its plans: by the folders that agentrules makes.
  init(root: RepositoryPath, files: WorkFiles) {
    let isByState = Self.stateFolders.contains { name in
      root.appending(name).map(files.isFolder) ?? false
    }
    self.init(root: root, style: isByState ? .byState : .bySlug)
  }
}
