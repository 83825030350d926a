import GitModel
import GitStore

/// How git will clean up the message of the commit at hand.
struct MessageSettings {
  let cleanup: MessageCleanup

  init(_ session: Session, message: [UInt8]) {
    let configuration = session.repository.configuration
    let configured =
      configuration.string("core.commentString") ?? configuration.string("core.commentChar")
    let prefix: [UInt8] =
      switch configured {
      case nil, "": CommentPrefix.standard
      case "auto": CommentPrefix.automatic(in: message)
      case let text?: Array(text.utf8)
      }
    // Git tells hooks that it opens no editor by setting GIT_EDITOR to ":".
    let isEdited = session.environment.variables["GIT_EDITOR"] != ":"
    let mode =
      CleanupMode(configured: configuration.string("commit.cleanup"), isEdited: isEdited)
      ?? (isEdited ? .strip : .whitespace)
    cleanup = MessageCleanup(mode: mode, commentPrefix: prefix)
  }
}
