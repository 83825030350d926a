package import GitModel

/// What closing a plan, as done or as archived, changes: the front matter of its document, and where it
/// and its milestones lie.
package struct PlanClosing: Hashable, Sendable {
  /// A file or folder that gets another path.
  package struct Move: Hashable, Sendable {
    package let from: RepositoryPath
    package let to: RepositoryPath
  }

  package let status: PlanStatus
  /// The edits of the plan's document.
  package private(set) var changes: [FrontMatterChange] = []
  package private(set) var moves: [Move] = []
  /// The document's path afterwards.
  package private(set) var path: RepositoryPath
  /// The folder that the plan leaves, where it leaves others in it.
  package private(set) var leftFolder: RepositoryPath?

  /// Whether the plan is closed already, and lies where it should.
  package var isDone: Bool { changes.isEmpty && moves.isEmpty }

  /// - Parameters:
  ///   - plan: The plan with its milestones.
  ///   - documents: Every document in the folders of plans, milestones too.
  ///   - filing: `nil` for a plan outside of the folders of the format, which stays where it is.
  package init(
    _ plan: Plan, as status: PlanStatus, on day: CalendarDate, among documents: [RepositoryPath],
    filing: PlanFiling?, layout: PlanLayout
  ) {
    self.status = status
    path = plan.path
    if let id = plan.key.planID, let filing, !layout.isFiledAway(plan.path) {
      addMoves(of: plan, id, on: day, among: documents, filing: filing, layout: layout)
    }
    if plan.status != status { changes.append(.status(status)) }
    if !isDone, plan.updated != day { changes.append(.updated(day)) }
  }

  private mutating func addMoves(
    of plan: Plan, _ id: PlanID, on day: CalendarDate, among documents: [RepositoryPath],
    filing: PlanFiling, layout: PlanLayout
  ) {
    guard let folder = layout.planFolder(of: plan.path) else { return }
    let name =
      folder == filing.root ? plan.path.title.dropFirst(PlanID.length + 1) : folder.name[...]
    guard
      let target = filing.closedFolder(
        of: id, named: name.isEmpty ? "plan" : name, as: status, on: day)
    else { return }
    let own = Set([plan.path] + plan.milestones.map(\.path))
    let isAlone =
      folder.isInside(filing.root) && folder != filing.root.appending("active")
      && documents.allSatisfy { own.contains($0) || !$0.isInside(folder) }
    if isAlone {
      moves = [Move(from: folder, to: target)]
    } else {
      leftFolder = folder
      moves = own.sorted().compactMap { path in
        path.moved(from: folder, to: target).map { Move(from: path, to: $0) }
      }
    }
    path = plan.path.moved(from: folder, to: target) ?? plan.path
  }
}
