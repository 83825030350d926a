import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps commands that write plans apart: whoever reads, decides and writes holds it meanwhile.
///
/// The system gives the lock back when its holder ends, however it ends, so that none is ever left over.
final class FolderLock {
  private let file: FileDescriptor

  /// Waits until the lock is free and takes it.
  ///
  /// - Parameter folder: What is locked: a folder itself, so that no file is left behind.
  init(_ folder: FilePath) throws(FileError) {
    do {
      file = try FileDescriptor.open(folder, .readOnly, options: [.directory, .closeOnExec])
    } catch {
      throw FileError("lock", folder, error as? Errno ?? .ioError)
    }
    while flock(file.rawValue, LOCK_EX) != 0 {
      let error = Errno(rawValue: errno)
      if error == .interrupted { continue }
      try? file.close()
      throw FileError("lock", folder, error)
    }
  }

  /// Says whether nobody has the lock. By the time of the answer it may be another one.
  static func isFree(_ folder: FilePath) -> Bool {
    guard
      let file = try? FileDescriptor.open(folder, .readOnly, options: [.directory, .closeOnExec])
    else { return false }
    defer { try? file.close() }
    return flock(file.rawValue, LOCK_EX | LOCK_NB) == 0
  }

  deinit { try? file.close() }
}
