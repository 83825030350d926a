import GitModel
import GitStore

/// A push as pre-commit tells of it.
///
/// pre-commit reads the lines of git itself, and runs its hooks for the first reference that brings anything.
struct PreCommitPush {
  let remote: String
  let update: ReferenceUpdate

  /// Reads pre-commit's environment; `nil` where another program runs the hook.
  init?(_ variables: [String: String], _ repository: Repository) throws(GitError) {
    guard variables["PRE_COMMIT"] == "1", let reference = variables["PRE_COMMIT_REMOTE_BRANCH"],
      let remote = variables["PRE_COMMIT_REMOTE_NAME"],
      // Without the former the whole history is new.
      let revision = variables["PRE_COMMIT_TO_REF"] ?? variables["PRE_COMMIT_LOCAL_BRANCH"]
    else { return nil }
    self.remote = remote
    update = ReferenceUpdate(
      reference: reference,
      old: try variables["PRE_COMMIT_FROM_REF"].flatMap { from throws(GitError) in
        try repository.commit(named: from)
      }, new: try repository.commit(named: revision))
  }
}
