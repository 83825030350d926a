package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads and removes single files by their path on disk.
package enum FileContent {
  /// Returns the content of a regular file; `nil` where there is none.
  ///
  /// - Parameter last: How many bytes of a longer file's end are enough.
  /// - Throws: `FileError` where it cannot be read, is no regular file or is longer than `limit` bytes.
  package static func read(
    _ path: FilePath, limit: Int, last: Int? = nil, followsLinks: Bool = true
  ) throws(FileError) -> [UInt8]? {
    var options: FileDescriptor.OpenOptions = [.closeOnExec, .nonBlocking]
    if !followsLinks { options.insert(.noFollow) }
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(path, .readOnly, options: options)
    } catch let error as Errno where error == .noSuchFileOrDirectory || error == .notDirectory {
      return nil
    } catch let error as Errno where error == .tooManySymbolicLinkLevels {
      throw FileError("read", path, reason: "it is a symbolic link", errno: error)
    } catch {
      throw FileError("read", path, error as? Errno ?? .ioError)
    }
    defer { try? file.close() }
    var status = stat()
    // A folder fails below, with the system's own words.
    if fstat(file.rawValue, &status) == 0,
      ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    {
      throw FileError("read", path, reason: "it is no regular file")
    }
    var content: [UInt8] = []
    // Most files are small, and fresh memory costs more than they do. Some of the system's tell no size.
    let size = Int(status.st_size)
    var chunk = [UInt8](repeating: 0, count: min(max(size + 1, 4 << 10), 64 << 10))
    do {
      if let last, size > last { try file.seek(offset: Int64(size - last), from: .start) }
      while true {
        let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
        if count == 0 { return content }
        content.append(contentsOf: chunk[..<count])
        if content.count > limit {
          throw FileError("read", path, reason: "it is longer than \(limit) bytes")
        }
      }
    } catch let error as FileError {
      throw error
    } catch {
      throw FileError("read", path, error as? Errno ?? .ioError)
    }
  }

  /// Removes a file, as far as it is there and that is allowed.
  package static func discard(_ path: FilePath) { unlink(path.string) }
}
