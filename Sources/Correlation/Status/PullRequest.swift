/// A pull request through which work of a plan came.
package struct PullRequest: Hashable, Sendable {
  /// Where its number was read.
  package enum Source: String, Hashable, Sendable {
    /// The message of a merge.
    case merge
    /// The subject of a commit that the forge squashed.
    case squash
  }

  package let number: Int
  package let source: Source

  package init(number: Int, source: Source) {
    self.number = number
    self.source = source
  }
}
