/// A branch that a merge's message names.
package struct MergedBranch: Hashable, Sendable {
  /// The name as the message spells it; a remote-tracking branch keeps its remote: `origin/topic`.
  package var name: String
  package var isRemoteTracking: Bool
  /// The other repository that the branch is from, a URL, a path or a forge's owner; `nil` for this one.
  package var source: String?

  package init(name: String, isRemoteTracking: Bool = false, source: String? = nil) {
    self.name = name
    self.isRemoteTracking = isRemoteTracking
    self.source = source
  }
}
