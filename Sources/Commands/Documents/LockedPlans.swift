import WorkTree

/// The plans of the work tree, kept from other commands that write plans for as long as this lives.
struct LockedPlans {
  let files: WorkFiles
  let lock: WorkTreeLock
  /// Read under the lock, so that nobody changes a document behind it.
  let catalog: PlanCatalog

  init(_ session: Session) throws {
    files = try session.workFiles()
    lock = try session.lockPlans()
    catalog = try PlanCatalog(files: files, layout: session.layout)
  }
}
