package import Plans

/// What the rules say about a commit message.
package enum Verdict: Hashable, Sendable {
  /// The commit belongs to these plans. Empty only where no plan is required and none is named.
  case accepted(links: [PlanReference])
  /// The commit names no plan and needs none.
  case exempt(Exemption)
  /// The commit says that it belongs to no plan.
  case declaredNone(reason: String?)
  /// The message breaks rules: all of them are listed, each once.
  case refused([MessageFinding])
}
