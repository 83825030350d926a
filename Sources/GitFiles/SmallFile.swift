package import SystemPackage

/// Reads the small text files that git keeps beside its objects.
package enum SmallFile {
  /// Returns the whole file. A longer file than `limit` bytes is an error.
  package static func read(_ path: FilePath, limit: Int) throws -> [UInt8] {
    let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
    defer { try? file.close() }
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4 << 10)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
      if count == 0 { return content }
      content.append(contentsOf: chunk[..<count])
      if content.count > limit { throw Errno.fileTooLarge }
    }
  }
}
