/// What the message of `git merge --squash` says about the commits that it holds.
package enum SquashMessage {
  /// The first line that git gives to such a message.
  package static let subject = "Squashed commit of the following:"

  /// Returns the commits that the message lists as `commit <40 digits>`, newest first as git writes
  /// them; empty for any other message.
  package static func commits(in message: some Collection<UInt8>) -> [ObjectID] {
    MessageText.with(message) { text in
      guard let title = MessageSubject.titleLines(of: text).first, text.string(title) == subject
      else { return [] }
      let key = Array("commit ".utf8)
      var commits: [ObjectID] = []
      var position = title.upperBound
      while position < text.end {
        let next = text.nextLine(after: position, limit: text.end)
        if text.has(key, at: position) {
          let range = text.trimmed((position + key.count)..<next)
          let id = ObjectID(hex: UnsafeRawBufferPointer(rebasing: text.bytes[range]))
          if let id { commits.append(id) }
        }
        position = next
      }
      return commits
    }
  }
}
