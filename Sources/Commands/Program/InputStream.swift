package import SystemPackage

/// Where a command reads what is piped into it.
package struct InputStream: Sendable {
  private let file: FileDescriptor

  package init(_ file: FileDescriptor) { self.file = file }

  /// Reads to the end.
  ///
  /// - Throws: `CommandError` where it cannot be read or is longer than `limit` bytes.
  func read(limit: Int) throws -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count: Int
      do {
        count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
      } catch {
        throw CommandError("cannot read the standard input: \(error)")
      }
      if count == 0 { return content }
      content += chunk[..<count]
      if content.count > limit {
        throw CommandError("the standard input is longer than \(limit) bytes")
      }
    }
  }
}
