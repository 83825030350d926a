package import SystemPackage

/// Replaces a file in one step: a temporary file beside it, flushed, then renamed over it.
package enum FileReplacement {
  /// Writes a file whole, or leaves what is there untouched.
  ///
  /// - Parameter mode: The permissions; `nil` keeps those of an existing file and gives a new one what
  ///   the umask leaves of 0666.
  package static func write(
    _ bytes: [UInt8], to path: FilePath, mode: UInt32? = nil, disk: Disk = .system
  ) throws(FileError) {
    let existing = FileStatus(of: path)?.permissions
    let folder = path.removingLastComponent()
    let temporary = folder.appending(
      TemporaryName.make(for: path.lastComponent?.string ?? "file"))
    do {
      try disk.create(
        temporary, bytes, mode: mode ?? existing ?? 0o666, isExact: mode != nil || existing != nil)
      try disk.rename(temporary, to: path)
    } catch {
      try? disk.unlink(temporary)
      throw FileError("write", path, error)
    }
    disk.flushFolder(folder)
  }

  /// Makes the folders above a path.
  package static func makeFolders(
    for path: FilePath, disk: Disk = .system
  ) throws(FileError) {
    let folder = path.removingLastComponent()
    if folder.components.isEmpty || FileStatus(of: folder) != nil { return }
    try makeFolders(for: folder, disk: disk)
    do {
      try disk.makeFolder(folder)
    } catch .fileExists {
      // Somebody else made it meanwhile.
    } catch {
      throw FileError("make the folder", folder, error)
    }
  }
}
