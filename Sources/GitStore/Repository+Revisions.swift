import CLibgit2
package import GitModel

extension Repository {
  /// Returns the commit that a revision names, in all the forms of `git rev-parse <revision>^{commit}`;
  /// `nil` where there is none. The corresponding C function is `git_revparse_single`.
  package func commit(named revision: String) throws(GitError) -> ObjectID? {
    var object: OpaquePointer?
    let code = git_revparse_single(&object, handle.pointer, revision)
    if code == GIT_ENOTFOUND.rawValue || code == GIT_EINVALIDSPEC.rawValue {
      git_error_clear()
      return nil
    }
    if code == GIT_EAMBIGUOUS.rawValue {
      // Fewer than four digits are no abbreviation of a name, and so no commit.
      let error = lastError(code, "read the revision '\(revision)'")
      if error.reason.contains("too short") { return nil }
      throw GitError(
        code: .ambiguous, attempt: error.attempt, reason: "it is ambiguous",
        hint: "give more digits of the commit's name")
    }
    try check(code, "read the revision '\(revision)'")
    defer { git_object_free(object) }
    var commit: OpaquePointer?
    guard git_object_peel(&commit, object, GIT_OBJECT_COMMIT) == 0 else {
      git_error_clear()
      return nil
    }
    defer { git_object_free(commit) }
    return ObjectID(git_object_id(commit).pointee)
  }

  /// Returns the full name of the reference that a short name means, by git's order (tags before
  /// branches before remote-tracking branches); `nil` where there is none. The corresponding C function
  /// is `git_reference_dwim`.
  package func reference(named name: String) throws(GitError) -> String? {
    var reference: OpaquePointer?
    let code = git_reference_dwim(&reference, handle.pointer, name)
    if code == GIT_ENOTFOUND.rawValue || code == GIT_EINVALIDSPEC.rawValue {
      git_error_clear()
      return nil
    }
    try check(code, "read the reference \(name)")
    defer { git_reference_free(reference) }
    var resolved: OpaquePointer?
    guard git_reference_resolve(&resolved, reference) == 0 else {
      git_error_clear()
      return nil
    }
    defer { git_reference_free(resolved) }
    return String(cString: git_reference_name(resolved))
  }

  /// Returns the best common ancestors of two commits, several in a criss-cross history, none where
  /// they share nothing. The corresponding C function is `git_merge_bases`.
  package func mergeBases(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> [ObjectID] {
    var bases = git_oidarray()
    var first = one.oid
    var second = other.oid
    let code = git_merge_bases(&bases, handle.pointer, &first, &second)
    if code == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return []
    }
    try check(code, "find the merge base of \(one) and \(other)")
    defer { git_oidarray_dispose(&bases) }
    return (0..<bases.count).map { ObjectID(bases.ids[$0]) }
  }
}
