/// What HEAD says.
package enum Head: Hashable, Sendable {
  /// On a branch with commits. `reference` is its full name.
  case branch(reference: String, commit: ObjectID)
  /// On a branch that has no commit yet.
  case unborn(reference: String)
  /// On a commit, not on a branch.
  case detached(ObjectID)

  /// The commit that is checked out, `nil` before the first one.
  package var commit: ObjectID? {
    switch self {
    case .branch(_, let commit), .detached(let commit): commit
    case .unborn: nil
    }
  }

  /// The name of the current branch without `refs/heads/`, `nil` where HEAD is detached.
  package var branchName: String? {
    switch self {
    case .branch(let reference, _), .unborn(let reference):
      reference.hasPrefix("refs/heads/") ? String(reference.dropFirst(11)) : reference
    case .detached: nil
    }
  }
}
