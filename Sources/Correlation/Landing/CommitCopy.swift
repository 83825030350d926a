import GitModel

/// That the target holds a commit's work under another name.
package struct CommitCopy: Hashable, Sendable {
  /// How it is known.
  package enum Reason: Hashable, Sendable {
    /// Both make the same change, by their patch-ids.
    case patch
    /// Merging the branch as it was into the commit before gives just this commit.
    case mergeResult
    /// The copy's message lists the commit by its name.
    case listedCommit
    /// The copy's message lists the titles of all the branch's commits.
    case listedTitles
    /// Both have the same author, time and title: one is the other, amended.
    case identity
    /// The copy's message has the number of the pull request whose tip is the branch's.
    case pullRequest(Int)
    /// Merging the branch would change nothing.
    case content
  }

  package let way: LandingWay
  package let reason: Reason

  package init(way: LandingWay, reason: Reason) {
    self.way = way
    self.reason = reason
  }
}
