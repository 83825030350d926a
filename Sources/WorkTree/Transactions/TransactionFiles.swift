import SystemPackage

/// Where transactions are written down: two files in the work tree's own git directory.
///
/// While a transaction is prepared its journal has the name of a draft, and nothing has happened: what
/// the draft lists as made for it is taken away again. A rename turns it into the journal: from there on
/// the transaction happens, whatever becomes of the process.
struct TransactionFiles {
  private let gitDirectory: FilePath
  private let disk: Disk

  /// A longer journal is not one of ours: a line for each of thousands of files is a few megabytes.
  private static let limit = 64 << 20

  init(gitDirectory: FilePath, disk: Disk) {
    self.gitDirectory = gitDirectory
    self.disk = disk
  }

  var journal: FilePath { gitDirectory.appending("execplan-transaction") }
  private var draft: FilePath { gitDirectory.appending("execplan-transaction.draft") }

  /// Whether a transaction waits to be finished.
  var isPending: Bool { FileStatus(of: journal) != nil }

  func writeDraft(_ content: TransactionJournal) throws(FileError) {
    try attempt("write", draft) { () throws(Errno) in
      try disk.create(draft, content.bytes, mode: 0o666, isExact: false)
    }
  }

  /// Lets the transaction happen.
  func publish() throws(FileError) {
    try attempt("write", journal) { () throws(Errno) in try disk.rename(draft, to: journal) }
    disk.flushFolder(gitDirectory)
  }

  /// Turns the journal into a draft again: the transaction does not happen.
  func withdraw() throws(FileError) {
    try attempt("write", draft) { () throws(Errno) in try disk.rename(journal, to: draft) }
    disk.flushFolder(gitDirectory)
  }

  func removeJournal() throws(FileError) { try remove(journal) }

  func removeDraft() throws(FileError) { try remove(draft) }

  /// Reads the journal; `nil` where there is none.
  func readJournal() throws(FileError) -> TransactionJournal? {
    guard let bytes = try FileContent.read(journal, limit: Self.limit, followsLinks: false) else {
      return nil
    }
    guard let content = TransactionJournal(bytes) else { throw damage("it is damaged") }
    return content
  }

  /// Returns the error for a journal that cannot be followed.
  func damage(_ reason: String) -> FileError {
    FileError(
      "finish the interrupted command that is written down in", journal, reason: reason,
      hint: "look at 'git status', then remove the file \(journal)")
  }

  /// Reads the draft; `nil` where there is none. One that is not whole was never used: nothing was made
  /// for it yet.
  func readDraft() throws(FileError) -> TransactionJournal? {
    guard FileStatus(of: draft) != nil else { return nil }
    let bytes = try FileContent.read(draft, limit: Self.limit, followsLinks: false)
    return bytes.flatMap { TransactionJournal($0) }
      ?? TransactionJournal(folders: [], operations: [])
  }

  private func remove(_ path: FilePath) throws(FileError) {
    try attempt("remove", path) { () throws(Errno) in try disk.unlink(path) }
  }

  private func attempt(
    _ attempt: String, _ path: FilePath, _ work: () throws(Errno) -> Void
  ) throws(FileError) {
    do {
      try work()
    } catch {
      throw FileError(attempt, path, error)
    }
  }
}
