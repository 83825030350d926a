/// A commit object taken apart: what its header says, and where its message is.
///
/// Headers that are not listed here (`gpgsig`, `mergetag` and others, with their continuation lines)
/// are passed over. Names and addresses that are not UTF-8 hold U+FFFD in place of what cannot be
/// read; those of commits encoded in Latin-1 are converted.
package struct RawCommit: Hashable, Sendable {
  package var tree: ObjectID
  /// The parents in the order of the object; the first is the branch that was merged into.
  package var parents: [ObjectID]
  package var authorName: String
  package var authorEmail: String
  /// In seconds, from epoch; 0 where the object holds no readable date.
  package var authorTime: Int
  /// How far the author's clock is ahead of UTC, in seconds; 0 where the object holds no readable zone.
  package var authorOffset: Int
  /// In seconds, from epoch; 0 where the object holds no readable date.
  package var committerTime: Int
  /// Whether GitHub itself made the commit: a squash, a merge, or what somebody edited there.
  package var isCommittedByGitHub: Bool
  /// The `encoding` header, `nil` for the usual UTF-8.
  package var encoding: String?
  /// Where the message is in the object's bytes, counted from their start.
  package var messageRange: Range<Int>

  /// Whether the commit has several parents.
  package var isMerge: Bool { parents.count > 1 }

  /// Parses the content of a commit object, without git's `commit <size>` and NUL in front; `nil` where
  /// it does not start with a tree or names a parent that is no object name.
  ///
  /// - Complexity: O(length of the header).
  package init?(_ object: UnsafeRawBufferPointer) {
    var parser = CommitHeaderParser(object)
    guard let commit = parser.parse() else { return nil }
    self = commit
  }

  /// Parses the content of a commit object.
  package init?(_ object: [UInt8]) {
    guard let commit = object.withUnsafeBytes({ RawCommit($0) }) else { return nil }
    self = commit
  }

  init(tree: ObjectID) {
    self.tree = tree
    parents = []
    authorName = ""
    authorEmail = ""
    authorTime = 0
    authorOffset = 0
    committerTime = 0
    isCommittedByGitHub = false
    messageRange = 0..<0
  }

  /// Returns the bytes of the message in the object that this commit was parsed from.
  package func message(in object: [UInt8]) -> ArraySlice<UInt8> { object[messageRange] }

  /// Returns the title in the object that this commit was parsed from: its first paragraph, joined by
  /// spaces, as git's `%s` prints it.
  package func subject(in object: [UInt8]) -> String {
    MessageEncoding.text(of: message(in: object), encoding: encoding) {
      MessageSubject.subject(of: $0)
    }
  }
}
