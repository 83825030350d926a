package import GitModel

/// A tag that is a release.
package struct ReleaseTag: Hashable, Sendable {
  /// The tag's name without `refs/tags/`.
  package let name: String
  package let commit: CommitIndex
  /// When the release was made, in seconds from epoch: the tagger's time, or the commit's for a light
  /// tag.
  package let time: Int64

  /// Whether the name says that a release is still to come.
  package var isPrerelease: Bool { VersionName(name)?.isPrerelease ?? false }

  package init(name: String, commit: CommitIndex, time: Int64) {
    self.name = name
    self.commit = commit
    self.time = time
  }
}
