import GitStore
import MessageRules

extension Session {
  /// Returns what is demanded of the messages of commits that were made.
  func publishedPolicy() throws -> MessagePolicy {
    try MessagePolicy(repository.configuration, changing: .published)
  }

  /// Warns about settings for messages that have no meaning.
  func warnAboutMessageSettings() {
    for key in MessagePolicy.unknownKeys(in: repository.configuration) {
      warn("git config \(key) names no rule and no kind of commit")
    }
  }
}
