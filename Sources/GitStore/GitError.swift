import CLibgit2

/// Why git could not do something.
package struct GitError: Error, Hashable, Sendable {
  /// A libgit2 return code. Codes that this list does not name survive unchanged.
  package struct Code: Hashable, Sendable {
    package let rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    package static let generic = Code(rawValue: -1)
    package static let notFound = Code(rawValue: -3)
    package static let exists = Code(rawValue: -4)
    package static let ambiguous = Code(rawValue: -5)
    package static let unbornBranch = Code(rawValue: -9)
    package static let invalidName = Code(rawValue: -12)
    package static let locked = Code(rawValue: -14)
    package static let owner = Code(rawValue: -36)
  }

  package let code: Code
  /// What was tried and with what, lower case: "read the tree 1f3c…".
  package let attempt: String
  /// What libgit2 or git said.
  package let reason: String
  /// What the person can do, as an imperative sentence; `nil` where there is no sure advice.
  package let hint: String?

  package init(code: Code = .generic, attempt: String, reason: String, hint: String? = nil) {
    self.code = code
    self.attempt = attempt
    self.reason = reason
    self.hint = hint
  }
}

/// Checks a libgit2 return code. The error text belongs to the thread and to the last call, so it is
/// read and cleared at once.
func check(_ code: Int32, _ attempt: @autoclosure () -> String) throws(GitError) {
  guard code < 0 else { return }
  throw lastError(code, attempt())
}

/// Returns the error that libgit2 keeps for the call that returned `code`.
func lastError(_ code: Int32, _ attempt: String) -> GitError {
  var reason = "libgit2 error \(code)"
  if let error = git_error_last(), let message = error.pointee.message {
    reason = String(cString: message)
  }
  git_error_clear()
  while reason.hasSuffix(":") || reason.hasSuffix(" ") { reason.removeLast() }
  let code = GitError.Code(rawValue: code)
  return GitError(
    code: code, attempt: attempt, reason: reason,
    // As git words it: a process that was killed leaves its lock.
    hint: code == .locked ? "if no other git is at work here, remove the lock file" : nil)
}
