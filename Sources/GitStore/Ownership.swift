import GitModel
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Git's rule about repositories of other people: they are used only where `safe.directory` says so,
/// because their configuration could run programs.
struct Ownership {
  let configuration: Configuration
  let environment: [String: String]

  func check(gitDirectory: FilePath, workTree: FilePath?) throws(GitError) {
    // Who names a repository in GIT_DIR, as git does for its hooks, has chosen it: git asks no further.
    if environment["GIT_DIR"]?.isEmpty == false { return }
    for path in [workTree, gitDirectory].compactMap(\.self) {
      if isOwn(path) || isSafe(workTree ?? gitDirectory) || isSafe(gitDirectory) { continue }
      let shown = (workTree ?? gitDirectory).string
      throw GitError(
        code: .owner, attempt: "open the repository at \(shown)",
        reason: "it belongs to another user",
        hint: "run 'git config --global --add safe.directory \(shown)' if you trust it")
    }
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
