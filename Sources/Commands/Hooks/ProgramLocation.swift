import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where this program's file is.
enum ProgramLocation {
  /// Returns the path by which the hooks are to call the program: the one on the PATH where it is the same
  /// file, so that an upgrade in place is followed; `nil` where the system does not tell.
  static func find(_ variables: [String: String]) -> FilePath? {
    guard let own = executable() else { return nil }
    for folder in (variables["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let candidate = FilePath(String(folder)).appending("git-execplan")
      if resolved(candidate) == own { return candidate }
    }
    return own
  }

  private static func executable() -> FilePath? {
    #if os(Linux)
      return resolved(FilePath("/proc/self/exe"))
    #else
      var size: UInt32 = 4096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return resolved(FilePath(platformString: buffer))
    #endif
  }

  private static func resolved(_ path: FilePath) -> FilePath? {
    guard let pointer = realpath(path.string, nil) else { return nil }
    defer { free(pointer) }
    return FilePath(String(cString: pointer))
  }
}
