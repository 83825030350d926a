package import GitModel
import SystemPackage

/// Several files that change together, wherever the process or the machine stops.
///
/// What to do is collected first; nothing changes before `commit`. There all new contents are written
/// and flushed under temporary names, and the whole is written down in a journal: until then a failure
/// leaves everything as it was, from then on whoever takes the lock next finishes what is missing. A
/// reader sees each file as it was or as it will be, never half of it.
///
/// Moves are done first, then new files, replacements, removals, and empty folders last. Paths are those
/// after the moves.
package struct FileTransaction {
  /// A file that gets new content.
  struct Write {
    var path: RepositoryPath
    var bytes: [UInt8]
    /// What it holds before; `nil` where it does not exist.
    var old: FileFingerprint?
    /// The permissions; `nil` for those that a new file gets.
    var mode: UInt32?
  }

  let lock: WorkTreeLock
  private(set) var moves: [(from: RepositoryPath, to: RepositoryPath)] = []
  private(set) var writes: [Write] = []
  private(set) var removals: [(path: RepositoryPath, old: FileFingerprint)] = []
  private(set) var emptied: [RepositoryPath] = []

  private var files: WorkFiles { lock.files }

  init(lock: WorkTreeLock) { self.lock = lock }

  package var isEmpty: Bool {
    moves.isEmpty && writes.isEmpty && removals.isEmpty && emptied.isEmpty
  }

  /// Replaces a file, or makes it with its folders. Permissions of an existing file are kept.
  ///
  /// - Parameters:
  ///   - isNew: Whether the file must not exist yet.
  ///   - old: What the caller read from the file, which it must hold still; `nil` for whatever it holds.
  package mutating func write(
    _ bytes: [UInt8], to path: RepositoryPath, isNew: Bool = false, expecting old: [UInt8]? = nil
  ) throws(FileError) {
    let location = files.location(of: path)
    if let place = writes.firstIndex(where: { $0.path == path }) {
      if isNew { throw FileError("create", location, .fileExists) }
      writes[place].bytes = bytes
      return
    }
    try files.checkWritable(path)
    guard let present = present(of: path), let status = status(of: present) else {
      try checkIsFree(path, "write")
      writes.append(Write(path: path, bytes: bytes))
      return
    }
    try files.checkWritable(present)
    if isNew { throw FileError("create", location, .fileExists) }
    if status.isFolder { throw FileError("write", location, .isDirectory) }
    let content = try FileFingerprint(ofFileAt: files.location(of: present))
    if let old, content != FileFingerprint(of: old) {
      throw FileError("write", location, reason: "it was changed meanwhile")
    }
    if content == FileFingerprint(of: bytes) { return }
    writes.append(Write(path: path, bytes: bytes, old: content, mode: status.permissions))
  }

  /// Gives a file, or a folder with all that it holds, another path, where nothing stands yet.
  package mutating func move(from: RepositoryPath, to: RepositoryPath) throws(FileError) {
    let location = files.location(of: from)
    guard let present = present(of: from), let status = status(of: present) else {
      throw FileError("move", location, .noSuchFileOrDirectory)
    }
    try files.checkWritable(present)
    try files.checkWritable(to)
    guard status.isFolder || status.isRegular else {
      throw FileError("move", location, reason: "it is neither a file nor a folder")
    }
    if to == from || to.isInside(from) {
      throw FileError("move", location, reason: "\(to) is the same place or inside of it")
    }
    try checkIsFree(to, "move \(from) to")
    for place in writes.indices {
      guard let path = writes[place].path.moved(from: from, to: to) else { continue }
      writes[place].path = path
    }
    moves.append((from, to))
  }

  /// Removes a file.
  package mutating func remove(_ path: RepositoryPath) throws(FileError) {
    let location = files.location(of: path)
    guard let present = present(of: path),
      let old = try FileFingerprint(ofFileAt: files.location(of: present))
    else {
      throw FileError("remove", location, .noSuchFileOrDirectory)
    }
    try files.checkWritable(present)
    removals.append((path, old))
  }

  /// Removes the folders above a path that hold nothing any more, up to a folder that stays.
  package mutating func removeEmptyFolders(above path: RepositoryPath, below top: RepositoryPath) {
    var folder = path.parent
    while let current = folder, current.isInside(top) {
      if !emptied.contains(current) { emptied.append(current) }
      folder = current.parent
    }
  }

  /// Carries out all of it, or nothing.
  ///
  /// - Throws: `FileError` where nothing has changed; with a hint where the next command that writes
  ///   does the rest.
  package func commit() throws(FileError) {
    if isEmpty { return }
    try TransactionCommit(self).run()
  }

  private func status(of path: RepositoryPath) -> FileStatus? {
    FileStatus(of: files.location(of: path))
  }

  /// Where the file is now that has a path after the moves; `nil` where none can be.
  func present(of path: RepositoryPath) -> RepositoryPath? {
    var path = path
    for (from, to) in moves.reversed() {
      if let before = path.moved(from: to, to: from) {
        path = before
      } else if path == from || path.isInside(from) {
        return nil
      }
    }
    return path
  }

  /// Refuses a path that is taken, now or by this transaction.
  private func checkIsFree(_ path: RepositoryPath, _ attempt: String) throws(FileError) {
    let present = present(of: path)
    if let present, status(of: present) == nil, !writes.contains(where: { $0.path == path }) {
      return
    }
    if present == nil { return }
    throw FileError(attempt, files.location(of: path), .fileExists)
  }
}
