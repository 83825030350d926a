package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps commands that write plans apart: whoever reads, decides and writes holds it meanwhile.
///
/// The system gives the lock back when its holder ends, however it ends, so that none is ever left over.
package final class FolderLock {
  private let file: FileDescriptor

  /// Waits until the lock is free and takes it.
  ///
  /// - Parameter folder: What is locked: a folder itself, so that no file is left behind.
  package init(_ folder: FilePath) throws(FileError) {
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

  deinit { try? file.close() }
}
