package import SystemPackage

/// The right to change the plans of a work tree, which one command has at a time.
///
/// Whoever gets it finishes first what a command that was killed had begun, so that nobody decides on
/// half-written files.
package final class WorkTreeLock {
  let files: WorkFiles
  let journals: TransactionFiles
  let disk: Disk
  /// The paths that the transaction of a killed command had to leave, as somebody had changed them; `nil`
  /// where there was no such transaction.
  package let recovered: [FileConflict]?
  private let lock: FolderLock

  /// Waits for the lock, takes it, and finishes what is unfinished.
  ///
  /// - Parameters:
  ///   - folder: What is locked: the folder that all work trees of the repository share.
  ///   - gitDirectory: The work tree's own git directory, which holds the journal.
  package init(
    _ files: WorkFiles, locking folder: FilePath, gitDirectory: FilePath, disk: Disk = .system
  ) throws(FileError) {
    self.files = files
    self.disk = disk
    journals = TransactionFiles(gitDirectory: gitDirectory, disk: disk)
    lock = try FolderLock(folder)
    recovered = try TransactionRecovery(files: files, journals: journals, disk: disk).run()
  }

  /// Begins a transaction. It keeps the lock.
  package func transaction() -> FileTransaction { FileTransaction(lock: self) }

  /// Says whether a killed command has left a transaction half-done, and nobody is at it now.
  package static func isPending(in gitDirectory: FilePath, locking folder: FilePath) -> Bool {
    TransactionFiles(gitDirectory: gitDirectory, disk: .system).isPending
      && FolderLock.isFree(folder)
      // Whoever had the lock a moment ago may have ended well meanwhile.
      && TransactionFiles(gitDirectory: gitDirectory, disk: .system).isPending
  }
}
