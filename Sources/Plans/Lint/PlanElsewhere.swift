package import GitModel

/// A document with a plan's ID that lies in another place of the repository: on a branch, say, or in
/// another work tree.
package struct PlanElsewhere: Hashable, Sendable {
  package var id: PlanID
  package var path: RepositoryPath
  /// The place in words: `origin/search`.
  package var place: String
  /// Whether it is the plan that has the ID here, under another name perhaps.
  package var isSame: Bool

  package init(id: PlanID, path: RepositoryPath, place: String, isSame: Bool) {
    self.id = id
    self.path = path
    self.place = place
    self.isSame = isSame
  }
}
