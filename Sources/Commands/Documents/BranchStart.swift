import GitModel
import GitStore
import Plans

/// Makes the branch of a plan and notes in git's configuration whose it is and where it began.
struct BranchStart {
  private let repository: Repository

  init(_ session: Session) { repository = session.repository }

  /// Creates the branch; returns false where it was there already. A branch that is there keeps its start;
  /// its plan and milestone are noted anew.
  func create(
    name: String, at commit: ObjectID, origin: String, plan: PlanKey, milestone: MilestoneID?
  ) throws(GitError) -> Bool {
    let exists = try repository.referenceTarget("refs/heads/\(name)") != nil
    if !exists {
      try repository.createBranch(name, at: commit, origin: origin)
    }
    do throws(GitError) {
      try repository.setConfiguration("branch.\(name).execplan", to: plan.description)
      if !exists {
        try repository.setConfiguration("branch.\(name).execplanBase", to: commit.description)
      }
      if let milestone {
        try repository.setConfiguration(
          "branch.\(name).execplanMilestone", to: milestone.description)
      }
    } catch {
      if !exists { takeBack(name) }
      throw error
    }
    return !exists
  }

  /// Removes a branch that was created a moment ago, with its configuration: the command failed, and
  /// nothing of it is to stay.
  func takeBack(_ name: String) {
    for key in ["execplan", "execplanBase", "execplanMilestone"] {
      try? repository.unsetConfiguration("branch.\(name).\(key)")
    }
    try? repository.deleteBranch(name)
  }
}
