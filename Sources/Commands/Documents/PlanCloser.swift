import GitModel
import Plans
import Reports
import WorkTree

/// Closes plans: as done, or as archived.
struct PlanCloser {
  private let session: Session
  private let locked: LockedPlans

  init(_ session: Session) throws {
    self.session = session
    locked = try LockedPlans(session)
  }

  /// A way to close a plan.
  struct Wish {
    let status: PlanStatus
    let day: CalendarDate
    /// Whether milestones may be unfinished.
    let isForced: Bool
    let isDryRun: Bool
  }

  /// What came of it.
  struct Outcome {
    let report: ClosingReport
    /// Whether a registry could not be brought up to date.
    let hasBrokenRegistry: Bool
  }

  /// Closes the plan that a word names. What is done already is not done again.
  func close(_ word: String, _ wish: Wish) throws -> Outcome {
    let plan = try plan(word)
    try check(plan, wish)
    let filing = session.layout.roots.first { plan.path.isInside($0) }
      .map { PlanFiling(root: $0, files: locked.files) }
    let closing = PlanClosing(
      plan, as: wish.status, on: wish.day,
      among: locked.catalog.documents.map(\.path) + locked.catalog.milestones.map(\.path),
      filing: filing,
      layout: session.layout)
    let broken = try write(closing, of: plan, wish)
    if !closing.isDone { warn(plan, wish) }
    for state in broken { state.warn(session) }
    return Outcome(
      report: ClosingReport(plan: plan, closing: closing, isWritten: !wish.isDryRun),
      hasBrokenRegistry: !broken.isEmpty)
  }

  private func plan(_ word: String) throws -> Plan {
    let plans = locked.catalog.plans
    let plan = plans[try PlanSelector(plans, prefix: session.prefix).position(of: word)]
    try DocumentProblems(locked.catalog).check(plan)
    let namesakes = locked.catalog.documents.filter { $0.plan?.key == plan.key }.map(\.path)
      .sorted()
    if namesakes.count > 1, let last = namesakes.last {
      throw CommandError(
        "\(namesakes.count) documents carry the ID \(plan.key): "
          + namesakes.map(\.description).joined(separator: ", "),
        hint: "give one of them another ID, such as: git execplan renumber \(last)")
    }
    return plan
  }

  private func check(_ plan: Plan, _ wish: Wish) throws {
    if wish.status == .done, plan.status == .archived {
      throw CommandError(
        "the plan \(plan.key) is archived",
        hint: "set its status by hand to open it again: \(plan.path)")
    }
    if let created = plan.created, wish.day < created {
      throw CommandError(
        "the plan \(plan.key) was created on \(created), which is after \(wish.day)",
        hint: "give a later day with --date")
    }
    let open = plan.milestones.filter { !$0.isCompleted }
    guard wish.status == .done, !wish.isForced, let first = open.first else { return }
    let names = open.map { "\($0.id.shortName) '\($0.title)'" }.joined(separator: ", ")
    throw CommandError(
      "the plan \(plan.key) has unfinished milestones: \(names)",
      hint: "run 'git execplan milestone complete \(first.id)', or give --force")
  }

  private func write(
    _ closing: PlanClosing, of plan: Plan, _ wish: Wish
  ) throws -> [RegistryFiles.State] {
    var transaction = locked.lock.transaction()
    var changes: [DocumentChange] = []
    for move in closing.moves { try transaction.move(from: move.from, to: move.to) }
    if !closing.isDone {
      let change = try DocumentChange(
        of: plan.path, to: closing.path, closing.changes, in: locked.files,
        command: "git execplan \(wish.status == .done ? "complete" : "archive") \(plan.key)")
      try transaction.write(change.new, to: change.to, expecting: change.old)
      changes.append(change)
    }
    if let folder = closing.leftFolder {
      for move in closing.moves {
        transaction.removeEmptyFolders(above: move.from, below: folder)
      }
    }
    let broken = try RegistryFiles(files: locked.files, layout: session.layout)
      .addUpdates(locked.catalog.applying(changes), to: &transaction)
    if !wish.isDryRun { try transaction.commit() }
    return broken
  }

  private func warn(_ plan: Plan, _ wish: Wish) {
    let open = plan.progress.unticked
    if wish.status == .done, open > 0 {
      session.warn(
        "\(open) check box\(open == 1 ? "" : "es") of Progress in \(plan.key) "
          + "\(open == 1 ? "is" : "are") not ticked")
    }
  }
}
