import GitModel
import SystemPackage

/// Carries out operations of transactions. Each looks at the disk first: what is done already is not
/// done again, and what somebody else changed meanwhile stays.
struct OperationRunner {
  let files: WorkFiles
  let disk: Disk

  /// Does one operation, or what is missing of it; returns why it could not, where the files are neither
  /// as they were nor as they shall be.
  func run(_ operation: FileOperation) throws(FileError) -> FileConflict? {
    for path in operation.paths { try files.checkWritable(path) }
    switch operation {
    case .makeFolder(let path):
      try FileReplacement.makeFolders(for: location(path).appending("x"), disk: disk)
      return nil
    case .move(let from, let to): return try move(from, to: to)
    case .create(let path, let prepared): return try create(path, prepared)
    case .replace(let path, let old, let prepared): return try replace(path, old, prepared)
    case .remove(let path, let old): return try remove(path, old)
    case .removeFolder(let path):
      // That it is empty is the condition; nothing else depends on it.
      try? disk.removeFolder(location(path))
      return nil
    }
  }

  /// Takes back what a reversible operation has done; returns whether it is as before.
  func undo(_ operation: FileOperation) throws(FileError) -> Bool {
    switch operation {
    case .makeFolder(let path):
      try? disk.removeFolder(location(path))
      return true
    case .move(let from, let to): return try move(to, to: from) == nil
    case .create(let path, let prepared):
      guard try FileFingerprint(ofFileAt: location(path)) == prepared.content else { return false }
      try attempt("remove", path) { () throws(Errno) in try disk.unlink(location(path)) }
      return true
    case .replace, .remove, .removeFolder: return false
    }
  }

  private func move(
    _ from: RepositoryPath, to: RepositoryPath
  ) throws(FileError) -> FileConflict? {
    let (source, target) = (location(from), location(to))
    switch (FileStatus(of: source), FileStatus(of: target)) {
    case (nil, .some): return nil
    case (nil, nil): return FileConflict(path: from, reason: "is gone")
    case (let old?, let new?):
      guard new.isSecondName(of: old) else {
        return FileConflict(path: to, reason: "is there already, so that \(from) stays")
      }
      try attempt("move", from) { () throws(Errno) in try disk.unlink(source) }
    case (let old?, nil):
      try FileReplacement.makeFolders(for: target, disk: disk)
      try attempt("move", from) { () throws(Errno) in
        if old.isFolder {
          // A folder never takes the place of a file, nor of a folder that holds something.
          try disk.rename(source, to: target)
        } else if try rename(source, toNew: target) {
          try disk.unlink(source)
        }
      }
    }
    return nil
  }

  private func create(
    _ path: RepositoryPath, _ prepared: FileOperation.PreparedFile
  ) throws(FileError) -> FileConflict? {
    let (target, temporary) = (location(path), location(prepared.temporary))
    if let status = FileStatus(of: target) {
      guard status.isRegular, try FileFingerprint(ofFileAt: target) == prepared.content else {
        return FileConflict(path: path, reason: "is there already")
      }
    } else {
      guard try isWhole(prepared) else { return Self.lostContent(of: path) }
      try FileReplacement.makeFolders(for: target, disk: disk)
      do {
        _ = try rename(temporary, toNew: target)
      } catch .fileExists {
        return FileConflict(path: path, reason: "is there already")
      } catch {
        throw FileError("create", target, error)
      }
    }
    if FileStatus(of: temporary) != nil {
      try attempt("create", path) { () throws(Errno) in try disk.unlink(temporary) }
    }
    return nil
  }

  private func replace(
    _ path: RepositoryPath, _ old: FileFingerprint, _ prepared: FileOperation.PreparedFile
  ) throws(FileError) -> FileConflict? {
    let (target, temporary) = (location(path), location(prepared.temporary))
    let present = try FileFingerprint(ofFileAt: target)
    if present == prepared.content, present != old {
      if FileStatus(of: temporary) != nil {
        try attempt("write", path) { () throws(Errno) in try disk.unlink(temporary) }
      }
      return nil
    }
    guard present == old else {
      return FileConflict(
        path: path, reason: present == nil ? "is gone" : "was changed meanwhile and stays as it is")
    }
    guard try isWhole(prepared) else { return Self.lostContent(of: path) }
    try attempt("write", path) { () throws(Errno) in try disk.rename(temporary, to: target) }
    return nil
  }

  private func remove(
    _ path: RepositoryPath, _ old: FileFingerprint
  ) throws(FileError) -> FileConflict? {
    let target = location(path)
    guard let present = try FileFingerprint(ofFileAt: target) else { return nil }
    guard present == old else {
      return FileConflict(path: path, reason: "was changed meanwhile and stays as it is")
    }
    try attempt("remove", path) { () throws(Errno) in try disk.unlink(target) }
    return nil
  }

  /// Gives a file another name, which must not be in use; returns whether the old name is there still.
  private func rename(_ source: FilePath, toNew target: FilePath) throws(Errno) -> Bool {
    do {
      // Unlike a rename, a link fails where something is there already.
      try disk.link(source, to: target)
      return true
    } catch {
      // Some file systems have no hard links.
      guard [.notPermitted, .notSupported, .tooManyLinks].contains(error),
        FileStatus(of: target) == nil
      else { throw error }
      try disk.rename(source, to: target)
      return false
    }
  }

  /// Makes the names last that operations have changed.
  func flushFolders(of operations: [FileOperation]) {
    let folders = operations.flatMap(\.paths).map { location($0).removingLastComponent() }
    for folder in Set(folders) { disk.flushFolder(folder) }
  }

  private func isWhole(_ prepared: FileOperation.PreparedFile) throws(FileError) -> Bool {
    try FileFingerprint(ofFileAt: location(prepared.temporary)) == prepared.content
  }

  private static func lostContent(of path: RepositoryPath) -> FileConflict {
    FileConflict(path: path, reason: "is not written, because its new content was removed")
  }

  private func location(_ path: RepositoryPath) -> FilePath { files.location(of: path) }

  private func attempt(
    _ attempt: String, _ path: RepositoryPath, _ work: () throws(Errno) -> Void
  ) throws(FileError) {
    do {
      try work()
    } catch {
      throw FileError(attempt, location(path), error)
    }
  }
}
