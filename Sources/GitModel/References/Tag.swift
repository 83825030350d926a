/// A tag that leads to a commit, directly or through any number of tag objects.
package struct Tag: Hashable, Sendable {
  /// The name without `refs/tags/`.
  package let name: String
  /// The commit at the end of the chain.
  package let commit: ObjectID
  /// When the outermost tag object was made, in seconds from epoch; `nil` for a light tag.
  package let taggerTime: Int64?

  package init(name: String, commit: ObjectID, taggerTime: Int64?) {
    self.name = name
    self.commit = commit
    self.taggerTime = taggerTime
  }
}
