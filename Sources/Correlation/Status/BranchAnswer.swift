package import GitModel

/// A branch of a plan and where it stands.
package struct BranchAnswer: Hashable, Sendable {
  package enum State: String, Hashable, Sendable {
    /// It has work that the target lacks.
    case open
    /// All it has is on the target.
    case merged
    /// It was started and has no commit of its own.
    case empty
  }

  /// How a merged branch came to the target.
  package enum Integration: String, Hashable, Sendable {
    case merge
    case fastForward = "fast-forward"
    case rebase, squash, content
  }

  package let branch: Branch
  package let state: State
  package let integration: Integration?
  /// How many commits the branch has whose work the target lacks.
  package let ahead: Int
  /// Whether the branch's configuration or name makes it the plan's; otherwise its commits do.
  package let isPlanBranch: Bool
  /// Whether it ends at the border of a shallow clone before it meets the target: how much of it is its own is
  /// not known.
  package var isCutOff = false
}
