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

  /// Reads a branch as forges write it: `topic`, `owner:topic`, `owner/repository:topic`. `nil` where git
  /// would not let a branch have the name.
  ///
  /// - Parameter owner: Whose the branch is, where the message says so elsewhere.
  init?(written text: String, of owner: String?) {
    var name = text[...]
    source = owner
    if let colon = text.firstIndex(of: ":") {
      source = String(text[..<colon])
      name = text[text.index(after: colon)...]
    }
    guard !name.isEmpty,
      name.utf8.allSatisfy({ $0 > ASCII.space && $0 != 0x7F && !Self.forbidden.contains($0) })
    else { return nil }
    self.name = String(name)
    isRemoteTracking = false
  }

  private static let forbidden = Array(#"~^:?*[\"#.utf8)
}
