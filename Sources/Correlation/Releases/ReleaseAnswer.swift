package import GitModel
package import Plans

/// The plans of one release.
package struct ReleaseAnswer: Sendable {
  /// How far a plan is in a release.
  package enum State: String, Hashable, Sendable {
    /// The plan is done, and the release holds the last of its landed work.
    case completed
    /// The release holds some of the plan's work.
    case partial
    /// The release takes back work of the plan that an earlier one shipped.
    case reverted
  }

  package struct ReleasedPlan: Sendable {
    package let plan: PlanAnswer
    package let state: State
    /// All linked commits of the release but merges, newest first.
    package let commits: [CommitIndex]
    /// The milestones that commits of the release name.
    package let milestones: [MilestoneID]
    /// How much of the plan's work this release and all before it hold.
    package let landed: Int
    /// How much work of the plan is known in all.
    package let known: Int
    /// The pull requests whose work is in the release, by number.
    package let pullRequests: [PullRequest]
  }

  /// The tag's name, `nil` for what is not released.
  package let tag: String?
  /// The range that a person asked for, `nil` for a release and for what is not released.
  package var range: String? = nil
  /// The name of the nearest release among the ancestors, or the start of the range.
  package let previous: String?
  package let commit: CommitIndex
  /// In seconds from epoch.
  package let time: Int64
  /// By key.
  package let plans: [ReleasedPlan]
  /// The commits without a plan but merges, newest first.
  package let unplanned: [CommitIndex]
}
