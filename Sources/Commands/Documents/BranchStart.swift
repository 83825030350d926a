import GitModel
import GitStore
import Plans

/// Makes the branch of a plan and notes in git's configuration whose it is and where it began.
struct BranchStart {
  private let repository: Repository

  init(_ session: Session) { repository = session.repository }

  /// Whether the branch is there.
  func exists(_ name: String) throws(GitError) -> Bool {
    try repository.referenceTarget("refs/heads/\(name)") != nil
  }

  /// Where a branch begins.
  struct Origin {
    let commit: ObjectID
    /// How the reflog names it.
    let name: String
    /// The branch on a remote that the new one is to follow.
    let upstream: Branch?
  }

  /// Returns the branch of the same name on a remote, as somebody else pushed it; `nil` where there is none
  /// or where several remotes have one.
  func counterpart(of name: String) throws(GitError) -> Origin? {
    let found = try repository.branches().filter { $0.remote != nil && $0.name == name }
    guard found.count == 1, let remote = found.first else { return nil }
    return Origin(commit: remote.head, name: remote.shorthand, upstream: remote)
  }

  /// Creates the branch; returns false where it was there already.
  func create(_ name: String, from origin: Origin) throws(GitError) -> Bool {
    if try exists(name) { return false }
    try repository.createBranch(name, at: origin.commit, origin: origin.name)
    return true
  }

  /// Notes whose the branch is.
  ///
  /// - Parameter origin: Where it began, for a branch that was created now; of one that was there before,
  ///   here or on a remote, nobody knows it.
  func note(
    _ name: String, plan: PlanKey, milestone: MilestoneID?, origin: Origin?
  ) throws(GitError) {
    let section = "branch.\(name)"
    try repository.setConfiguration("\(section).execplan", to: plan.description)
    if let upstream = origin?.upstream, let remote = upstream.remote {
      try repository.setConfiguration("\(section).remote", to: remote)
      try repository.setConfiguration("\(section).merge", to: "refs/heads/\(upstream.name)")
    } else if let origin {
      try repository.setConfiguration("\(section).execplanBase", to: origin.commit.description)
    }
    if let milestone {
      try repository.setConfiguration("\(section).execplanMilestone", to: milestone.description)
    }
  }

  /// Whether the branch is checked out, here or in a linked work tree.
  func isCheckedOut(_ name: String) throws(GitError) -> Bool {
    try repository.isCheckedOut(name)
  }

  /// Removes a branch that was created a moment ago: the command failed, and nothing of it is to stay.
  func takeBack(_ name: String) { try? repository.deleteBranch(name) }
}
