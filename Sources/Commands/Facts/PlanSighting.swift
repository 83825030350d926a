import GitModel
import Plans
import SystemPackage

/// That an ID is in use somewhere in the repository.
struct PlanSighting: Hashable {
  /// Where the file is.
  enum Place: Hashable {
    /// A work tree, by its folder.
    case workTree(FilePath)
    /// The index of a work tree, by the work tree's folder.
    case index(FilePath)
    /// The tree of a branch, a tag, the stash, or a detached HEAD.
    case reference(String)
  }

  let id: PlanID
  /// The file that carries the ID, in its name or in its front matter: a plan or a milestone.
  let path: RepositoryPath
  let place: Place
  /// The file's content as git stores it; `nil` for a file of a work tree.
  let blob: ObjectID?
  /// The commit whose tree holds the file; `nil` for a file of a work tree or an index.
  let commit: ObjectID?
}

extension PlanSighting.Place: CustomStringConvertible {
  /// The place in words: "branch-a", "the work tree /home/mara/shop".
  var description: String {
    switch self {
    case .workTree(let folder): "the work tree \(folder)"
    case .index(let folder): "the index of \(folder)"
    case .reference(let name): name
    }
  }
}
