package import GitModel
package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Git's rule about repositories of other people: they are used only where `safe.directory` says so,
/// because their configuration could run programs.
package struct Ownership {
  private let configuration: Configuration
  private let environment: [String: String]

  package init(configuration: Configuration, environment: [String: String]) {
    self.configuration = configuration
    self.environment = environment
  }

  /// Says whether git would use the repository.
  package func isTrusted(gitDirectory: FilePath, workTree: FilePath?) -> Bool {
    // Who names a repository in GIT_DIR, as git does for its hooks, has chosen it: git asks no further.
    if environment["GIT_DIR"]?.isEmpty == false { return true }
    if isOwn(gitDirectory), workTree.map(isOwn) ?? true { return true }
    return isSafe(workTree ?? gitDirectory) || isSafe(gitDirectory)
  }

  private func isOwn(_ path: FilePath) -> Bool {
    var status = stat()
    guard lstat(path.string, &status) == 0 else { return true }
    let user = geteuid()
    if status.st_uid == user { return true }
    // Under sudo, git also trusts what belongs to the person who called it.
    guard user == 0, let caller = environment["SUDO_UID"].flatMap({ UInt32($0) }) else {
      return false
    }
    return status.st_uid == caller
  }

  /// `safe.directory` counts in the system's, the user's and the command's scope only, and an empty
  /// value clears the list.
  private func isSafe(_ directory: FilePath) -> Bool {
    var isSafe = false
    let path = directory.string
    for value in configuration.strings("safe.directory", in: [.system, .global, .command]) {
      if value.isEmpty {
        isSafe = false
      } else if value == "*" || FilePath(value).string == path {
        isSafe = true
      } else if value.hasSuffix("/*"), path.hasPrefix(value.dropLast()) {
        isSafe = true
      }
    }
    return isSafe
  }
}
