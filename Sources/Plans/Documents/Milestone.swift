package import GitModel

/// A milestone document: one file in a plan's `milestones` tree.
package struct Milestone: Hashable, Sendable {
  package var id: MilestoneID
  package var path: RepositoryPath
  /// The front matter's title, else the body's first heading, else the file's slug.
  package var title: String
  /// The status as the front matter spells it, `nil` without one.
  package var status: String?
  /// Whether the document lies in the tree's `complete` or `archive` folder.
  package var isFiledAway: Bool

  package init(
    id: MilestoneID, path: RepositoryPath, title: String, status: String?, isFiledAway: Bool
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.status = status
    self.isFiledAway = isFiledAway
  }

  /// Whether the milestone is over: completed, done or archived by its status or by its folder.
  package var isCompleted: Bool {
    isFiledAway
      || status.map { Vocabulary.completedMilestoneStatuses.contains($0.lowercased()) } == true
  }
}
