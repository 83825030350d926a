import GitModel
import SystemPackage

/// Decides what a transaction does and in which order, and puts its new contents on disk.
struct TransactionPreparation {
  let journal: TransactionJournal
  private let transaction: FileTransaction
  private let files: WorkFiles
  private let disk: Disk
  /// Where the content of each write waits; in the order of the transaction's writes.
  private let prepared: [FileOperation.PreparedFile]

  init(_ transaction: FileTransaction) throws(FileError) {
    self.transaction = transaction
    files = transaction.lock.files
    disk = transaction.lock.disk
    let folders = FolderPlan(transaction)
    prepared = transaction.writes.compactMap { write in
      let name = TemporaryName.make(for: write.path.name)
      let place = folders.place(forTemporaryOf: write.path)
      guard let path = place.map({ $0.appending(name) }) ?? RepositoryPath(name) else { return nil }
      return FileOperation.PreparedFile(temporary: path, content: FileFingerprint(of: write.bytes))
    }
    var operations = transaction.moves.map { FileOperation.move(from: $0.from, to: $0.to) }
    operations += folders.later.map { .makeFolder($0) }
    let writes = zip(transaction.writes, prepared)
    for (write, prepared) in writes where write.old == nil {
      operations.append(.create(write.path, prepared))
    }
    for (write, prepared) in writes {
      if let old = write.old { operations.append(.replace(write.path, old: old, prepared)) }
    }
    operations += transaction.removals.map { .remove($0.path, old: $0.old) }
    // Inner folders first.
    operations += transaction.emptied.sorted { $0 > $1 }.map { .removeFolder($0) }
    journal = TransactionJournal(folders: folders.missing, operations: operations)
    for (from, to) in transaction.moves { try checkDevices(from, to, folders) }
  }

  /// Makes the folders and writes the new contents.
  func write() throws(FileError) {
    for folder in journal.folders {
      let location = files.location(of: folder)
      do {
        try disk.makeFolder(location)
      } catch .fileExists {
        // Somebody else made it meanwhile.
      } catch {
        throw FileError("make the folder", location, error)
      }
    }
    var used: Set<FilePath> = []
    for (write, prepared) in zip(transaction.writes, prepared) {
      let temporary = files.location(of: prepared.temporary)
      do {
        try disk.create(
          temporary, write.bytes, mode: write.mode ?? 0o666, isExact: write.mode != nil)
      } catch {
        throw FileError("write", files.location(of: write.path), error)
      }
      used.insert(temporary.removingLastComponent())
    }
    for folder in used { disk.flushFolder(folder) }
  }

  /// Refuses to go on where files have changed since the transaction was put together.
  func checkOldContents() throws(FileError) {
    let old = transaction.writes.compactMap { write in write.old.map { (write.path, $0) } }
    for (path, content) in old + transaction.removals {
      guard let present = transaction.present(of: path),
        try FileFingerprint(ofFileAt: files.location(of: present)) == content
      else {
        throw FileError("write", files.location(of: path), reason: "it was changed meanwhile")
      }
    }
  }

  /// Refuses a move that would need a copy: from one file system to another.
  private func checkDevices(
    _ from: RepositoryPath, _ to: RepositoryPath, _ folders: FolderPlan
  ) throws(FileError) {
    guard let present = transaction.present(of: from) else { return }
    let location = files.location(of: present)
    let places = [location.removingLastComponent(), folders.existing(above: to)]
    guard let source = FileStatus(of: location),
      places.allSatisfy({ FileStatus(of: $0)?.isOnSameDevice(as: source) ?? true })
    else { throw FileError("move", location, .improperLink) }
  }
}
