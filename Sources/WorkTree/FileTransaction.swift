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
    let mode = FileStatus(of: location)?.permissions ?? 0o666
    changes.append(Change(location: location, bytes: bytes, mode: mode, isNew: isNew))
  }

  /// Carries out all changes, or none of them where one cannot be prepared.
  package func commit() throws(FileError) {
    var prepared: [(temporary: FilePath, change: Change)] = []
    do {
      for change in changes {
        try FileReplacement.makeFolders(for: change.location)
        let isKept = FileStatus(of: change.location) != nil
        prepared.append(
          (
            try FileReplacement.prepare(
              change.bytes, for: change.location, mode: change.mode, isExact: isKept),
            change
          ))
      }
      for (temporary, change) in prepared {
        try FileReplacement.put(temporary, at: change.location, isNew: change.isNew)
      }
    } catch {
      for (temporary, _) in prepared { unlink(temporary.string) }
      throw error
    }
  }
}
