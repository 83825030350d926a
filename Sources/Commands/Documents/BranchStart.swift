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

  /// Creates the branch; returns false where it was there already.
  func create(_ name: String, at commit: ObjectID, origin: String) throws(GitError) -> Bool {
    if try exists(name) { return false }
    try repository.createBranch(name, at: commit, origin: origin)
    return true
  }

  /// Notes whose the branch is.
  ///
  /// - Parameter base: Where it began, for a branch that was created now; of one that was there before
  ///   nobody knows it.
  func note(
    _ name: String, plan: PlanKey, milestone: MilestoneID?, base: ObjectID?
  ) throws(GitError) {
    let section = "branch.\(name)"
    try repository.setConfiguration("\(section).execplan", to: plan.description)
    if let base {
      try repository.setConfiguration("\(section).execplanBase", to: base.description)
    }
    if let milestone {
      try repository.setConfiguration("\(section).execplanMilestone", to: milestone.description)
    }
  }

  /// Removes a branch that was created a moment ago: the command failed, and nothing of it is to stay.
  func takeBack(_ name: String) { try? repository.deleteBranch(name) }
}
