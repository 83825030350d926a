package import GitModel

/// Where a repository puts its plans, open and finished.
package struct PlanFiling: Hashable, Sendable {
  /// How folders of plans are arranged.
  package enum Style: Hashable, Sendable {
    /// Every plan has a folder below the root and stays there, as the document of the format says.
    case bySlug
    /// Open plans lie in `active`, finished ones in `complete` under their day, as agentrules does it.
    case byState
  }

  package let root: RepositoryPath
  package let style: Style

  /// The folders by which a repository is known to arrange plans by their state.
  package static let stateFolders = ["active", "complete"]

  package init(root: RepositoryPath, style: Style) {
    self.root = root
    self.style = style
  }

  /// Returns the folder of a new plan.
  package func openFolder(slug: String) -> RepositoryPath? {
    style == .byState ? root.appending("active/\(slug)") : root.appending(slug)
  }

  /// Returns the folder that a plan moves to when it is closed; `nil` where it stays.
  ///
  /// The format's document names no place for a plan that is done, so that it stays with its slug. An
  /// archived one moves in either style, since the registry wants it in a folder of finished plans.
  ///
  /// - Parameter name: The name of the plan's folder so far.
  package func closedFolder(
    of plan: PlanID, named name: some StringProtocol, as status: PlanStatus, on day: CalendarDate
  ) -> RepositoryPath? {
    let top: String
    switch (status, style) {
    case (.archived, _): top = "archive"
    case (.done, .byState): top = "complete"
    default: return nil
    }
    return root.appending("\(top)/\(day.folders)/\(plan)_\(name)")
  }
}

extension CalendarDate {
  /// The day as folders: `2026/01/17`.
  package var folders: String {
    String(description.map { $0 == "-" ? "/" : $0 })
  }
}
