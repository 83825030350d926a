package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Replaces a file in one step: a temporary file beside it, flushed, then renamed over it.
package enum FileReplacement {
  /// Writes a file whole, or leaves what is there untouched.
  ///
  /// - Parameter mode: The permissions; `nil` keeps those of an existing file and gives a new one what
  ///   the umask leaves of 0666.
  package static func write(
    _ bytes: [UInt8], to path: FilePath, mode: UInt32? = nil
  ) throws(FileError) {
    let existing = FileStatus(of: path)?.permissions
    let temporary = try prepare(
      bytes, for: path, mode: mode ?? existing ?? 0o666, isExact: mode != nil || existing != nil)
    do {
      try put(temporary, at: path, isNew: false)
    } catch {
      unlink(temporary.string)
      throw error
    }
  }

  /// Makes the folders above a path.
  package static func makeFolders(for path: FilePath) throws(FileError) {
    let folder = path.removingLastComponent()
    if folder.components.isEmpty || FileStatus(of: folder) != nil { return }
    try makeFolders(for: folder)
    if mkdir(folder.string, 0o777) != 0, errno != EEXIST {
      throw FileError("make the folder", folder, Errno(rawValue: errno))
    }
  }

  /// Writes and flushes a temporary file in the folder of `path`; returns where it is.
  static func prepare(
    _ bytes: [UInt8], for path: FilePath, mode: UInt32, isExact: Bool
  ) throws(FileError) -> FilePath {
    let name =
      ".\(path.lastComponent?.string ?? "file").\(getpid())-\(UInt32.random(in: 0 ... .max))"
    let temporary = path.removingLastComponent().appending(name)
    do {
      let file = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow],
        permissions: FilePermissions(rawValue: mode_t(mode)))
      do {
        try file.closeAfter {
          try file.writeAll(bytes)
          // The umask has taken its part of the mode; a file that keeps its mode wants all of it.
          if isExact, fchmod(file.rawValue, mode_t(mode)) != 0 { throw Errno(rawValue: errno) }
          if fsync(file.rawValue) != 0 { throw Errno(rawValue: errno) }
        }
      } catch {
        unlink(temporary.string)
        throw error
      }
    } catch {
      throw FileError("write", path, error as? Errno ?? .ioError)
    }
    return temporary
  }

  /// Moves a prepared file into place.
  static func put(_ temporary: FilePath, at path: FilePath, isNew: Bool) throws(FileError) {
    if isNew {
      // Unlike a rename, a link fails where something is there already.
      if link(temporary.string, path.string) == 0 {
        unlink(temporary.string)
      } else {
        let error = Errno(rawValue: errno)
        // Some file systems have no hard links.
        guard [.notPermitted, .notSupported, .tooManyLinks].contains(error),
          FileStatus(of: path) == nil, rename(temporary.string, path.string) == 0
        else { throw FileError("create", path, error) }
      }
    } else if rename(temporary.string, path.string) != 0 {
      throw FileError("write", path, Errno(rawValue: errno))
    }
    flushFolder(of: path)
  }

  /// Makes the new name last; a file system that cannot is none the worse.
  private static func flushFolder(of path: FilePath) {
    guard
      let folder = try? FileDescriptor.open(
        path.removingLastComponent(), .readOnly, options: [.directory, .closeOnExec])
    else { return }
    _ = fsync(folder.rawValue)
    try? folder.close()
  }
}
