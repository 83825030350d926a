import GitModel

/// Carries out a transaction.
struct TransactionCommit {
  private let preparation: TransactionPreparation
  private let files: WorkFiles
  private let journals: TransactionFiles
  private let runner: OperationRunner
  private let recovery: TransactionRecovery

  private var journal: TransactionJournal { preparation.journal }

  init(_ transaction: FileTransaction) throws(FileError) {
    preparation = try TransactionPreparation(transaction)
    let lock = transaction.lock
    (files, journals) = (lock.files, lock.journals)
    runner = OperationRunner(files: lock.files, disk: lock.disk)
    recovery = TransactionRecovery(files: lock.files, journals: lock.journals, disk: lock.disk)
  }

  func run() throws(FileError) {
    do {
      try journals.writeDraft(journal)
      try preparation.write()
      try preparation.checkOldContents()
      try journals.publish()
    } catch {
      recovery.cleanUp(journal)
      try? journals.removeDraft()
      throw error
    }
    let conflicts = try carryOut()
    recovery.removeTemporaries(journal)
    runner.flushFolders(of: journal.operations)
    do {
      try journals.removeJournal()
    } catch {
      throw TransactionRecovery.explained(error, journals)
    }
    if let conflict = conflicts.first { throw error(conflict) }
  }

  /// Does the operations in turn. As long as all that was done can be taken back, a failure takes it back.
  /// Returns the paths that had to be left, once it cannot.
  private func carryOut() throws(FileError) -> [FileConflict] {
    var done: [FileOperation] = []
    var conflicts: [FileConflict] = []
    for operation in journal.operations {
      let canGoBack = done.allSatisfy(\.isReversible) && conflicts.isEmpty
      do throws(FileError) {
        guard let conflict = try runner.run(operation) else {
          done.append(operation)
          continue
        }
        if canGoBack { throw error(conflict) }
        conflicts.append(conflict)
      } catch {
        if canGoBack, takeBack(done, failed: operation) { throw error }
        throw TransactionRecovery.explained(error, journals)
      }
    }
    return conflicts
  }

  /// Returns whether everything is as it was before.
  private func takeBack(_ done: [FileOperation], failed: FileOperation) -> Bool {
    do throws(FileError) {
      // It may have been done in part, or not at all.
      if failed.isReversible { _ = try runner.undo(failed) }
      for operation in done.reversed() {
        guard try runner.undo(operation) else { return false }
      }
      try journals.withdraw()
      recovery.cleanUp(journal)
      try journals.removeDraft()
      return true
    } catch {
      return false
    }
  }

  private func error(_ conflict: FileConflict) -> FileError {
    FileError("change", files.location(of: conflict.path), reason: "it \(conflict.reason)")
  }
}
