import GitModel
import Plans
import Reports
import WorkTree

/// Completes milestones: status, date and folder.
struct MilestoneCompletion {
  private let session: Session
  private let locked: LockedPlans

  init(_ session: Session) throws {
    self.session = session
    locked = try LockedPlans(session)
  }

  /// Completes a milestone. What is done already is not done again.
  ///
  /// - Parameter words: `EP-…/MS001`, or the plan and `MS001`.
  func complete(
    _ words: [String], on day: CalendarDate, isDryRun: Bool
  ) throws -> MilestoneCompletionReport {
    let (plan, milestone) = try milestone(words)
    guard let document = locked.catalog.milestones.first(where: { $0.path == milestone.path })
    else {
      throw CommandError("the document \(milestone.path) is not in this work tree")
    }
    let target = try MilestoneFiling(of: plan, among: locked.catalog, files: locked.files, session)
      .completedPath(of: milestone.path, on: day)
    let changes = try changes(of: document, on: day, moves: target != nil)
    var transaction = locked.lock.transaction()
    let path = target ?? milestone.path
    if let target {
      try transaction.move(from: milestone.path, to: target)
      // The folder of active milestones stays: the next one comes there.
      if let active = session.layout.planFolder(of: plan.path)?.appending("milestones/active") {
        transaction.removeEmptyFolders(above: milestone.path, below: active)
      }
    }
    if !changes.isEmpty {
      let change = try DocumentChange(
        of: milestone.path, to: path, changes, in: locked.files,
        command: "git execplan milestone complete \(milestone.id)")
      try transaction.write(change.new, to: path, expecting: change.old)
    }
    if !isDryRun { try transaction.commit() }
    let isDone = target == nil && changes.isEmpty
    if !isDone { warn(document, milestone.id) }
    return MilestoneCompletionReport(
      milestone: milestone, path: path, isDone: isDone, isWritten: !isDryRun)
  }

  private func changes(
    of document: MilestoneDocument.ReadResult, on day: CalendarDate, moves: Bool
  ) throws -> [FrontMatterChange] {
    if let created = document.created, day < created {
      throw CommandError(
        "\(document.path) was created on \(created), which is after \(day)",
        hint: "give a later day with --date")
    }
    // A document without front matter records nothing, and is completed by its folder.
    if case .missing? = document.source.failure { return [] }
    let isCompleted = Vocabulary.completedMilestoneStatuses
      .contains(document.status?.lowercased() ?? "")
    var changes: [FrontMatterChange] = []
    if !isCompleted { changes.append(FrontMatterChange("status", to: "completed")) }
    if moves || !changes.isEmpty { changes.append(.updated(day)) }
    return changes
  }

  private func milestone(_ words: [String]) throws -> (Plan, Milestone) {
    let plans = locked.catalog.plans
    let word = words[0]
    let plan = plans[try PlanSelector(plans, prefix: session.prefix).position(of: word)]
    guard let id = plan.key.planID else {
      throw CommandError("the plan \(plan.key) has no ID and so no milestones")
    }
    guard let name = words.count > 1 ? words[1] : MilestoneID(word.uppercased())?.shortName else {
      throw CommandError(
        "'\(word)' names a plan and no milestone of it",
        hint: "run 'git execplan milestone complete \(id) MS001'")
    }
    let wanted = try MilestoneName.read(name, of: id)
    let found = plan.milestones.filter { $0.id == wanted }
    let open = found.filter { !$0.isCompleted }
    if found.count > 1, open.count != 1 {
      throw CommandError(
        "several documents are \(wanted): "
          + found.map(\.path.description).joined(separator: ", "),
        hint: "give all but one of them another number")
    }
    guard let milestone = open.first ?? found.first else {
      throw CommandError(
        "the plan \(id) has no milestone \(wanted.shortName)",
        hint: "run 'git execplan milestone list \(id)' to see its milestones")
    }
    return (plan, milestone)
  }

  private func warn(_ document: MilestoneDocument.ReadResult, _ id: MilestoneID) {
    let open = document.untickedBoxes
    if open > 0 {
      session.warn(
        "\(open) check box\(open == 1 ? "" : "es") of \(id) \(open == 1 ? "is" : "are") not ticked")
    }
  }
}
