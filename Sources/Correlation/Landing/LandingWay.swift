package import GitModel

/// How work came to the target.
package enum LandingWay: Hashable, Sendable {
  /// Through this merge on the target's first-parent chain.
  case merge(CommitIndex)
  /// It stands on the chain itself.
  case fastForward
  /// This commit of the target makes the same change: a rebase or a cherry-pick.
  case rebase(CommitIndex)
  /// This commit of the target holds it with the rest of its branch.
  case squash(CommitIndex)
  /// Merging its branch would change nothing.
  case content

  /// The commit of the target that is the same work under another name; `nil` for work that is there itself.
  package var copy: CommitIndex? {
    switch self {
    case .rebase(let commit), .squash(let commit): commit
    case .merge, .fastForward, .content: nil
    }
  }

  /// The way without the commit.
  package var integration: BranchAnswer.Integration {
    switch self {
    case .merge: .merge
    case .fastForward: .fastForward
    case .rebase: .rebase
    case .squash: .squash
    case .content: .content
    }
  }
}
