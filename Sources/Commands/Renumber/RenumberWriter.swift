import GitModel
import GitStore
import Plans
import WorkTree

/// Carries out what a plan's new ID changes.
///
/// Notes come first, in one commit of theirs: should the rest not happen, the next run finds there which ID
/// it had given and goes on with it. Configuration comes next, and last the documents, in one transaction.
struct RenumberWriter {
  private let session: Session
  private let catalog: PlanCatalog
  private let lock: WorkTreeLock

  init(_ session: Session, catalog: PlanCatalog, lock: WorkTreeLock) {
    self.session = session
    self.catalog = catalog
    self.lock = lock
  }

  func write(_ plan: RenumberPlan) throws {
    var transaction = lock.transaction()
    let broken = try prepare(plan, in: &transaction)
    _ = try NoteLinks(session).write(
      plan.notes, message: "execplan: \(plan.renumbering.old) is \(plan.renumbering.new)")
    for setting in plan.settings {
      try setting.add(session)
      try setting.removeOld(session)
    }
    try transaction.commit()
    for state in broken { state.warn(session) }
  }

  private func prepare(
    _ plan: RenumberPlan, in transaction: inout FileTransaction
  ) throws -> [RegistryFiles.State] {
    if let (from, to) = plan.folder { try transaction.move(from: from, to: to) }
    for document in plan.documents {
      let moved = plan.folder.flatMap { document.from.moved(from: $0.from, to: $0.to) }
      let present = moved ?? document.from
      if present != document.to { try transaction.move(from: present, to: document.to) }
      try transaction.write(document.new, to: document.to, expecting: document.old)
    }
    let edited = catalog.replacing(
      Dictionary(plan.documents.map { ($0.to, $0.new) }) { first, _ in first },
      removing: Set(plan.documents.map(\.from)))
    return try RegistryFiles(files: try session.workFiles(), layout: session.layout)
      .addUpdates(edited, to: &transaction)
  }
}
