package import Plans

/// What git says about one plan.
package struct PlanAnswer: Sendable {
  /// What a derived status rests on.
  package enum Basis: String, Hashable, Sendable {
    case git, recorded
  }

  /// How many commits of the plan stand where. Merges are not counted, nor are reverts that have landed, and
  /// work that the target has under several names is counted once.
  package struct Counts: Hashable, Sendable {
    package var landed = 0
    /// How the landed ones came to the target.
    package var ways: [BranchAnswer.Integration: Int] = [:]
    package var open = 0
    package var upkeep = 0
    /// Landed work that was taken back.
    package var reverted = 0
    /// Work that was taken back before it landed.
    package var withdrawn = 0
    /// Whether nothing has landed since work was last taken back.
    package var isRevertLast = false

    /// Every commit of work that is known to be on a branch or on the target.
    package var known: Int { landed + open + reverted }
  }

  /// One milestone of the plan, documented or only named by commits.
  package struct MilestoneAnswer: Hashable, Sendable {
    package let id: MilestoneID
    /// The document's title, `nil` where no document is known.
    package let title: String?
    package let isCompleted: Bool
    package let landed: Int
    package let open: Int
  }

  package let plan: Plan
  /// The plan's place among the facts' plans.
  package let position: Int
  /// What the plan's state really is; `nil` for a plan that records none and that git does not know.
  package let derived: PlanStatus?
  package let basis: Basis
  /// Whether the work is done by git alone, whatever a person recorded.
  package let isDone: Bool
  /// Why, in one line without a period at its end.
  package let reason: String
  package let branches: [BranchAnswer]
  /// Newest first.
  package let commits: [LinkedCommit]
  package let counts: Counts
  /// What each target has of it: the first, which decides, then those that are reported beside it. Empty
  /// without a target.
  package let targets: [TargetAnswer]
  package let milestones: [MilestoneAnswer]
  /// By number.
  package let pullRequests: [PullRequest]
  /// The name of the oldest release that holds landed work of the plan.
  package let firstRelease: String?
  package let warnings: [String]

  /// Whether git knows better than the document.
  package var isDrift: Bool {
    basis == .git && plan.status != nil && derived != plan.status
  }
}
