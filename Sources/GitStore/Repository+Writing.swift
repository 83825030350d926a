import CLibgit2
package import GitModel
import SystemPackage

extension Repository {
  /// Says whether git accepts a name for a branch. The corresponding C function is
  /// `git_branch_name_is_valid`.
  package static func isValidBranchName(_ name: String) -> Bool {
    Libgit2.start()
    var isValid: Int32 = 0
    let code = git_branch_name_is_valid(&isValid, name)
    git_error_clear()
    // Git itself also refuses a leading dash, which a command would take for an option.
    return code == 0 && isValid == 1 && !name.hasPrefix("-")
  }

  /// Creates a branch at a commit, with a reflog entry that says where it came from.
  ///
  /// The corresponding C function is `git_reference_create`.
  ///
  /// - Throws: `GitError` with the code `exists` where the branch exists already.
  package func createBranch(
    _ name: String, at commit: ObjectID, origin: String
  ) throws(GitError) {
    var oid = commit.oid
    let reference = try Handle.make("create the branch \(name)", free: git_reference_free) {
      git_reference_create(
        &$0, handle.pointer, "refs/heads/\(name)", &oid, 0, "branch: Created from \(origin)")
    }
    _ = reference.pointer
  }

  /// Deletes a branch that was created a moment ago and must not stay.
  ///
  /// The corresponding C function is `git_branch_delete`, which refuses a branch that is checked out here
  /// or in a linked work tree.
  package func deleteBranch(_ name: String) throws(GitError) {
    let branch = try Handle.make("find the branch \(name)", free: git_reference_free) {
      git_branch_lookup(&$0, handle.pointer, name, GIT_BRANCH_LOCAL)
    }
    try check(git_branch_delete(branch.pointer), "delete the branch \(name)")
  }

  /// Whether a branch is checked out, here or in a linked work tree. The corresponding C function is
  /// `git_branch_is_checked_out`.
  package func isCheckedOut(_ name: String) throws(GitError) -> Bool {
    let branch = try Handle.make("find the branch \(name)", free: git_reference_free) {
      git_branch_lookup(&$0, handle.pointer, name, GIT_BRANCH_LOCAL)
    }
    let answer = git_branch_is_checked_out(branch.pointer)
    try check(answer, "see where the branch \(name) is checked out")
    return answer == 1
  }

  /// Writes a value into the repository's own configuration, `.git/config`, keeping the rest of the
  /// file. The corresponding C function is `git_config_set_string`.
  package func setConfiguration(_ key: String, to value: String) throws(GitError) {
    let local = try localConfiguration("set \(key)")
    try check(git_config_set_string(local.pointer, key, value), "set \(key)")
  }

  /// Adds a value to a key of the repository's own configuration, besides those that it has. The
  /// corresponding C function is `git_config_set_multivar`.
  package func addConfiguration(_ key: String, value: String) throws(GitError) {
    let local = try localConfiguration("set \(key)")
    // No value matches this pattern, so that none is replaced.
    try check(git_config_set_multivar(local.pointer, key, "a^", value), "set \(key)")
  }

  /// Removes one value of a key from the repository's own configuration; others of the key stay. A value
  /// that is not there is none. The corresponding C function is `git_config_delete_multivar`.
  package func removeConfiguration(_ key: String, value: String) throws(GitError) {
    let local = try localConfiguration("unset \(key)")
    let escaped = value.map { $0.isLetter || $0.isNumber ? "\($0)" : "\\\($0)" }.joined()
    let code = git_config_delete_multivar(local.pointer, key, "^\(escaped)$")
    if code == GIT_ENOTFOUND.rawValue { return git_error_clear() }
    try check(code, "unset \(key)")
  }

  private func localConfiguration(_ attempt: String) throws(GitError) -> Handle {
    let path = commonDirectory.appending("config").string
    return try Handle.make(attempt, free: git_config_free) { git_config_open_ondisk(&$0, path) }
  }
}
