package import GitModel
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Several files that change together.
///
/// All new contents are written and flushed under temporary names first; only when each of them is on
/// disk are they renamed into place, one after the other. A reader sees each file as it was or as it
/// will be, never half of it. Where the machine stops between two renames, running the command again
/// writes the rest.
package struct FileTransaction {
  private struct Change {
    let location: FilePath
    let bytes: [UInt8]
    let mode: UInt32
    let isNew: Bool
  }

  private let files: WorkFiles
  private var changes: [Change] = []

  package init(in files: WorkFiles) { self.files = files }

  package var isEmpty: Bool { changes.isEmpty }

  /// Replaces a file, or makes it with its folders. Permissions of an existing file are kept.
  ///
  /// - Parameter isNew: Whether the file must not exist yet.
  package mutating func write(
    _ bytes: [UInt8], to path: RepositoryPath, isNew: Bool = false
  ) throws(FileError) {
    let location = files.location(of: path)
    try files.checkWritable(location)
    let status = FileStatus(of: location)
    try Self.check(status, at: location, isNew: isNew)
    let mode = status?.permissions ?? 0o666
    changes.append(Change(location: location, bytes: bytes, mode: mode, isNew: isNew))
  }

  /// Carries out all changes, or none of them where one cannot be prepared.
  package func commit() throws(FileError) {
    var created: [FilePath] = []
    var prepared: [(temporary: FilePath, change: Change)] = []
    do {
      for change in changes {
        try FileReplacement.makeFolders(for: change.location)
        let status = FileStatus(of: change.location)
        try Self.check(status, at: change.location, isNew: change.isNew)
        let isKept = status != nil
        prepared.append(
          (
            try FileReplacement.prepare(
              change.bytes, for: change.location, mode: change.mode, isExact: isKept),
            change
          ))
      }
      // New files first: where one has come to be meanwhile, no other file has changed yet.
      for (temporary, change) in prepared.filter(\.change.isNew) {
        try FileReplacement.put(temporary, at: change.location, isNew: true)
        created.append(change.location)
      }
      for (temporary, change) in prepared where !change.isNew {
        try FileReplacement.put(temporary, at: change.location, isNew: false)
        created = []
      }
    } catch {
      for (temporary, _) in prepared { unlink(temporary.string) }
      for location in created { unlink(location.string) }
      throw error
    }
  }

  /// Refuses a file that must be new and is not, and a folder in the place of a file.
  private static func check(
    _ status: FileStatus?, at location: FilePath, isNew: Bool
  ) throws(FileError) {
    guard let status else { return }
    if isNew { throw FileError("create", location, .fileExists) }
    if status.isFolder { throw FileError("write", location, .isDirectory) }
  }
}
