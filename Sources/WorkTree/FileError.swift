package import SystemPackage

/// Why a file could not be read or written.
package struct FileError: Error, Hashable, Sendable {
  /// What was tried, lower case: "read", "write", "list".
  package let attempt: String
  package let path: FilePath
  package let reason: String
  /// The system's error number, `nil` where the refusal is this program's own.
  package let errno: Errno?
  /// What to do, imperative; `nil` where there is no sure advice.
  package var hint: String?

  package init(_ attempt: String, _ path: FilePath, _ errno: Errno) {
    self.init(attempt, path, reason: errno.description.lowercased(), errno: errno)
  }

  package init(
    _ attempt: String, _ path: FilePath, reason: String, errno: Errno? = nil, hint: String? = nil
  ) {
    self.attempt = attempt
    self.path = path
    self.reason = reason
    self.errno = errno
    self.hint = hint
  }
}
