/// What a commit keeps when it is rebased or picked: who wrote it and when, and its title. Held as
/// hashes, so that equal values are a hint and never a proof.
package struct CommitIdentity: Hashable, Sendable {
  /// The author's address and time.
  package let author: UInt64
  /// The title.
  package let subject: UInt64

  package init(author: UInt64, subject: UInt64) {
    self.author = author
    self.subject = subject
  }

  /// Reads a commit.
  package init(_ commit: RawCommit, message: UnsafeRawBufferPointer) {
    var hash = FNVHash()
    hash.combine(commit.authorEmail.utf8)
    hash.combine(UInt64(truncatingIfNeeded: commit.authorTime))
    author = hash.value
    subject = MessageText.with(message) { text in
      var hash = FNVHash()
      for line in MessageSubject.titleLines(of: text) { hash.combine(text.bytes[line]) }
      return hash.value
    }
  }
}
