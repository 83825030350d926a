import SystemPackage

/// Finishes what a command that was killed had begun.
struct TransactionRecovery {
  let files: WorkFiles
  let journals: TransactionFiles
  let disk: Disk

  /// Finishes the transaction of the journal, if there is one; returns the paths that it had to leave, `nil`
  /// without a journal. Then takes away what was made for a transaction that never happened.
  func run() throws(FileError) -> [FileConflict]? {
    let conflicts = try finish()
    if let draft = try journals.readDraft() {
      try check(draft)
      cleanUp(draft)
      try journals.removeDraft()
    }
    return conflicts
  }

  /// Removes the temporary files of a transaction, and the folders that were made for it where they are
  /// empty. What cannot be removed stays.
  func cleanUp(_ journal: TransactionJournal) {
    removeTemporaries(journal)
    for folder in journal.folders.reversed() {
      try? disk.removeFolder(files.location(of: folder))
    }
  }

  /// Removes what is left of temporary files: content that was not used.
  func removeTemporaries(_ journal: TransactionJournal) {
    for prepared in journal.operations.compactMap(\.prepared) {
      let temporary = files.location(of: prepared.temporary)
      if FileStatus(of: temporary) != nil { try? disk.unlink(temporary) }
    }
  }

  private func finish() throws(FileError) -> [FileConflict]? {
    guard let journal = try journals.readJournal() else { return nil }
    try check(journal)
    let runner = OperationRunner(files: files, disk: disk)
    var conflicts: [FileConflict] = []
    for operation in journal.operations {
      do {
        if let conflict = try runner.run(operation) { conflicts.append(conflict) }
      } catch {
        throw Self.explained(error, journals)
      }
    }
    removeTemporaries(journal)
    runner.flushFolders(of: journal.operations)
    try journals.removeJournal()
    return conflicts
  }

  /// Says of a failure half-way how to get on from there.
  static func explained(_ error: FileError, _ journals: TransactionFiles) -> FileError {
    var error = error
    error.hint =
      "the rest is done by the next command that writes; "
      + "or remove \(journals.journal) to give it up"
    return error
  }

  /// Refuses a journal whose paths lead out of the work tree.
  private func check(_ journal: TransactionJournal) throws(FileError) {
    let paths =
      journal.folders + journal.operations.flatMap(\.paths)
      + journal.operations.compactMap { $0.prepared?.temporary }
    for path in paths {
      do {
        try files.checkWritable(path)
      } catch {
        throw journals.damage("\(path): \(error.reason)")
      }
    }
  }
}
