package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls that change files. All that this module writes goes through here, step by step.
package struct Disk: Sendable {
  /// One call.
  package enum Step: String, Hashable, Sendable {
    case create, write, flush, link, rename, unlink, makeFolder, removeFolder, flushFolder
  }

  private let flushes: Bool
  private let failure: @Sendable (Step) -> Errno?

  /// The disk as it is.
  package static let system = Disk { _ in nil }

  /// The disk, for files that may be lost where the machine stops.
  package static let hasty = Disk(flushes: false) { _ in nil }

  /// Creates a disk that asks before each step with which error it ends: as on a full disk, or, where every
  /// later step fails too, as in a process that is killed.
  ///
  /// - Parameter flushes: Whether data goes to the device itself. That is slow, and matters only where the
  ///   machine stops.
  package init(flushes: Bool = true, failure: @escaping @Sendable (Step) -> Errno?) {
    self.flushes = flushes
    self.failure = failure
  }

  /// Writes and flushes a file that must not exist yet.
  ///
  /// - Parameter isExact: Whether the file gets the mode as it is, and not what the umask leaves of it.
  func create(
    _ path: FilePath, _ bytes: [UInt8], mode: UInt32, isExact: Bool
  ) throws(Errno) {
    do {
      try willTake(.create)
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow],
        permissions: FilePermissions(rawValue: mode_t(mode)))
      try file.closeAfter {
        try willTake(.write)
        try file.writeAll(bytes)
        if isExact { try Self.check(fchmod(file.rawValue, mode_t(mode))) }
        try willTake(.flush)
        if flushes { try Self.check(fsync(file.rawValue)) }
      }
    } catch {
      throw error as? Errno ?? .ioError
    }
  }

  /// Gives a file a second name, which must not exist yet. A link is not followed.
  func link(_ path: FilePath, to other: FilePath) throws(Errno) {
    try willTake(.link)
    try Self.check(linkat(AT_FDCWD, path.string, AT_FDCWD, other.string, 0))
  }

  func rename(_ path: FilePath, to other: FilePath) throws(Errno) {
    try willTake(.rename)
    #if canImport(Glibc)
      try Self.check(Glibc.rename(path.string, other.string))
    #else
      try Self.check(Darwin.rename(path.string, other.string))
    #endif
  }

  func unlink(_ path: FilePath) throws(Errno) {
    try willTake(.unlink)
    #if canImport(Glibc)
      try Self.check(Glibc.unlink(path.string))
    #else
      try Self.check(Darwin.unlink(path.string))
    #endif
  }

  func makeFolder(_ path: FilePath) throws(Errno) {
    try willTake(.makeFolder)
    try Self.check(mkdir(path.string, 0o777))
  }

  /// Removes an empty folder.
  func removeFolder(_ path: FilePath) throws(Errno) {
    try willTake(.removeFolder)
    try Self.check(rmdir(path.string))
  }

  /// Makes the names in a folder last. A file system that cannot is none the worse.
  func flushFolder(_ path: FilePath) {
    guard failure(.flushFolder) == nil, flushes,
      let folder = try? FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec])
    else { return }
    _ = fsync(folder.rawValue)
    try? folder.close()
  }

  private func willTake(_ step: Step) throws(Errno) {
    if let error = failure(step) { throw error }
  }

  private static func check(_ result: Int32) throws(Errno) {
    if result != 0 { throw Errno(rawValue: errno) }
  }
}
