package import GitModel

/// Where the milestones of one plan go, and how their files are named.
package struct MilestoneFiling: Hashable, Sendable {
  private let planFolder: RepositoryPath
  private let style: PlanFiling.Style
  /// Whether other plans lie in the same folder, so that a name must say whose milestone it is.
  private let isShared: Bool
  private let present: [RepositoryPath]

  /// - Parameter present: The milestones that the plan has already; new ones follow their example.
  package init(
    planFolder: RepositoryPath, style: PlanFiling.Style, isShared: Bool, present: [RepositoryPath]
  ) {
    self.planFolder = planFolder
    self.style = style
    self.isShared = isShared
    self.present = present
  }

  /// Returns the path of a new milestone: `milestones/active/EP-…_MS001_slug.md`, or without the plan's ID
  /// where the plan's other milestones have none, or where agentrules arranges the plans.
  package func newPath(_ id: MilestoneID, slug: String) -> RepositoryPath? {
    let prefix = namesPlan ? "\(id.plan)_" : ""
    return planFolder.appending("milestones/active/\(prefix)\(id.shortName)_\(slug).md")
  }

  /// Returns where a milestone goes that is completed: to `milestones/archive` under its day, or to
  /// `milestones/complete` where agentrules arranges the plans or others of the plan are there. `nil` for
  /// one that is there already.
  package func completedPath(of path: RepositoryPath, on day: CalendarDate) -> RepositoryPath? {
    guard place(of: path) == "active" else { return nil }
    let usesComplete = style == .byState || present.contains { place(of: $0) == "complete" }
    return planFolder.appending(
      "milestones/" + (usesComplete ? "complete" : "archive/\(day.folders)") + "/\(path.name)")
  }

  private var namesPlan: Bool {
    if isShared { return true }
    let names = present.compactMap { MilestoneFileName($0.name) }
    if names.isEmpty { return style == .bySlug }
    return names.contains { $0.plan != nil }
  }

  /// The folder right below `milestones`.
  private func place(of path: RepositoryPath) -> Substring? {
    guard path.isInside(planFolder) else { return nil }
    let parts = path.components.dropFirst(planFolder.components.count)
    return parts.count >= 3 && parts.first == "milestones" ? parts.dropFirst().first : nil
  }
}
