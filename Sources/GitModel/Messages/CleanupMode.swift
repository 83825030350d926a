/// What git does to a message before it makes the commit: `commit.cleanup` and `--cleanup`.
package enum CleanupMode: String, Hashable, Sendable, CaseIterable {
  /// Drops comment lines, white space at line ends, and blank lines that say nothing.
  case strip
  /// As `strip`, but keeps comment lines.
  case whitespace
  /// Keeps the message as it is.
  case verbatim
  /// As `whitespace`, and cuts the message at the scissors.
  case scissors

  /// Creates the mode that a configured word means; `nil` for an unknown word.
  ///
  /// `default` is `strip` under an editor, else `whitespace`; `scissors` without an editor is
  /// `whitespace` too.
  package init?(configured word: String?, isEdited: Bool) {
    switch word {
    case nil, "default": self = isEdited ? .strip : .whitespace
    case "scissors": self = isEdited ? .scissors : .whitespace
    case .some(let word):
      guard let mode = CleanupMode(rawValue: word) else { return nil }
      self = mode
    }
  }
}
