package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder for files that another program is to read, removed with its owner.
package final class ScratchFolder {
  private let path: FilePath
  private var files: [FilePath] = []

  /// Makes the folder, which nobody else can look into.
  ///
  /// - Parameter parent: `TMPDIR`, or the folder that takes its place.
  package init(in parent: FilePath) throws(FileError) {
    var template = Array(parent.appending("git-execplan-XXXXXX").string.utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let start = buffer.baseAddress, mkdtemp(start) != nil else { return nil }
      return String(cString: start)
    }
    guard let made else {
      throw FileError("make a folder in", parent, Errno(rawValue: errno))
    }
    path = FilePath(made)
  }

  /// Writes a file and returns where it is.
  package func write(_ bytes: [UInt8], to name: String) throws(FileError) -> FilePath {
    let file = path.appending(name)
    files.append(file)
    do {
      let descriptor = try FileDescriptor.open(
        file, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite)
      try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
    } catch {
      throw FileError("write", file, error as? Errno ?? .ioError)
    }
    return file
  }

  deinit {
    for file in files { unlink(file.string) }
    rmdir(path.string)
  }
}
