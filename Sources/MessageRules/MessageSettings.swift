package import GitModel

/// How git will clean up the message of the commit at hand.
package struct MessageSettings: Sendable {
  /// What the configuration says, and whether an editor opens.
  package let cleanup: MessageCleanup
  /// Whether an editor opened.
  package let isEdited: Bool

  /// - Parameter variables: The environment variables.
  package init(
    _ configuration: Configuration, _ variables: [String: String], message: [UInt8]
  ) {
    let prefix: [UInt8] =
      switch configuration.string(ofEither: "core.commentChar", "core.commentString") {
      case nil, "": CommentPrefix.standard
      case "auto": CommentPrefix.automatic(in: message)
      case let text?: Array(text.utf8)
      }
    // Git tells hooks that it opens no editor by setting GIT_EDITOR to ":".
    isEdited = variables["GIT_EDITOR"] != ":"
    let mode =
      CleanupMode(configured: configuration.string("commit.cleanup"), isEdited: isEdited)
      ?? (isEdited ? .strip : .whitespace)
    cleanup = MessageCleanup(mode: mode, commentPrefix: prefix)
  }

  package var commentPrefix: [UInt8] { cleanup.commentPrefix }

  /// How trailers in the message file are read.
  package var readingOptions: TrailerOptions { .messageFile(commentPrefix: commentPrefix) }

  /// How trailers are put into the message file.
  package var writingOptions: TrailerOptions {
    var options = readingOptions
    options.keepsComments = !isEdited && cleanup.mode != .strip
    return options
  }

  /// Returns a message in each of the ways in which git may clean it up, the likeliest first: `--cleanup` is
  /// for git alone to see. With and without comments is all that makes a difference to what a message says
  /// of plans.
  package func readings(of bytes: [UInt8]) -> [[UInt8]] {
    let other = MessageCleanup(
      mode: cleanup.mode == .strip ? .whitespace : .strip, commentPrefix: commentPrefix)
    let readings = [cleanup.cleaned(bytes), other.cleaned(bytes)]
    return readings[0] == readings[1] ? [readings[0]] : readings
  }
}
