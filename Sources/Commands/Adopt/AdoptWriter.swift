import Plans
import WorkTree

/// Carries out an adoption. Notes come first: a run that stops after them left the documents as they were,
/// and the next one gives the same IDs. What branches say by a document's path stays until the document has
/// moved, since its status may rest on it.
struct AdoptWriter {
  let session: Session
  let catalog: PlanCatalog
  let lock: WorkTreeLock

  func write(_ plan: AdoptPlan) throws {
    var transaction = lock.transaction()
    for document in plan.documents {
      if document.from != document.to {
        try transaction.move(from: document.from, to: document.to)
      }
      try transaction.write(document.new, to: document.to, expecting: document.old)
    }
    let edited = catalog.replacing(
      Dictionary(plan.documents.map { ($0.to, $0.new) }) { first, _ in first },
      removing: Set(plan.documents.map(\.from)))
    let broken = try RegistryFiles(files: try session.workFiles(), layout: session.layout)
      .addUpdates(edited, to: &transaction)
    let ids = plan.documents.map(\.id.description).joined(separator: ", ")
    _ = try NoteLinks(session).write(plan.notes, message: "execplan: adopt \(ids)")
    for setting in plan.settings { try setting.add(session) }
    try transaction.commit()
    for setting in plan.settings { try setting.removeOld(session) }
    for state in broken { state.warn(session) }
  }
}
