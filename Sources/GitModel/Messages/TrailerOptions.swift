/// What git's configuration and its commands vary about the reading of trailers.
package struct TrailerOptions: Hashable, Sendable {
  /// What starts a comment line (`core.commentChar`, `core.commentString`). Empty: nothing does.
  package var commentPrefix = CommentPrefix.standard
  /// Whether comment lines are text: git keeps them in a message that no editor was opened for. Only whoever
  /// puts trailers into the message needs to know, since git never reads comment lines as trailers.
  package var keepsComments = false
  /// The bytes that may part a key from its value (`trailer.separators`).
  package var separators: [UInt8] = [ASCII.colon]
  /// The names and keys of `trailer.<name>.key`. One of them in a block lets it hold other lines too,
  /// as `Signed-off-by: ` does. Keys stay as the message spells them, where git would respell these.
  package var configuredKeys: [String] = []
  /// Whether a line of `---` ends the message, as for `git interpret-trailers` without `--no-divider`.
  package var endsAtDivider = false
  /// Whether blank lines at the start are no part of the message, as in `git log`. A file under an
  /// editor keeps them: there, a block may follow an empty title.
  package var skipsLeadingBlankLines = true

  package init() {}

  /// The reading of messages that are in the history: `git log --format=%(trailers:only,unfold)`.
  package static let history = TrailerOptions()

  /// The reading of a message file on its way into a commit:
  /// `git interpret-trailers --no-divider --parse`.
  package static let messageFile = messageFile(commentPrefix: CommentPrefix.standard)

  /// Returns the reading of a message file whose comment lines start with `commentPrefix`.
  package static func messageFile(commentPrefix: [UInt8]) -> TrailerOptions {
    var options = TrailerOptions()
    options.commentPrefix = commentPrefix
    options.skipsLeadingBlankLines = false
    return options
  }
}
