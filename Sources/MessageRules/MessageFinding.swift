/// One rule that a commit message breaks.
package struct MessageFinding: Hashable, Sendable {
  package var rule: MessageRule
  /// What is wrong, in one line, lower case and without a period.
  package var message: String

  package init(rule: MessageRule, message: String) {
    self.rule = rule
    self.message = message
  }
}
