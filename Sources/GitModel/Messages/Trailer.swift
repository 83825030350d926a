/// One `key: value` line of a commit message's trailer block.
package struct Trailer: Hashable, Sendable, CustomStringConvertible {
  /// The key as the message spells it.
  package var key: String
  /// The value with its continuation lines joined by single spaces.
  package var value: String

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }

  /// Says whether the trailer has this key; git ignores the case of ASCII letters in keys.
  package func hasKey(_ other: String) -> Bool {
    let own = key.utf8
    let wanted = other.utf8
    return own.count == wanted.count
      && zip(own, wanted).allSatisfy { ASCII.lowercased($0) == ASCII.lowercased($1) }
  }

  /// The trailer as git's `%(trailers:only,unfold)` prints it, without the line feed.
  package var description: String { "\(key): \(value)" }
}
