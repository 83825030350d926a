package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What this process was started with.
package enum ProcessEnvironment {
  /// The current folder; `nil` where it cannot be read.
  package static var directory: FilePath? {
    guard let pointer = getcwd(nil, 0) else { return nil }
    defer { free(pointer) }
    return FilePath(String(cString: pointer))
  }

  /// The environment variables.
  package static var variables: [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let line = entry.pointee {
      // Bytes are compared, not characters: this runs at every start.
      if let equals = strchr(line, CInt(UInt8(ascii: "="))) {
        let name = UnsafeRawBufferPointer(start: line, count: equals - line)
        variables[String(decoding: name, as: UTF8.self)] = String(cString: equals + 1)
      }
      entry += 1
    }
    return variables
  }
}
