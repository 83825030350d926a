package import Plans

/// What a plan's document should say, from what git says.
package struct SyncRule: Sendable {
  private let forge: Forge
  private let today: CalendarDate

  /// - Parameters:
  ///   - forge: Where pull requests are: without an address they are written as `#12`.
  ///   - today: The day that a changed document gets as `updated`.
  package init(forge: Forge, today: CalendarDate) {
    self.forge = forge
    self.today = today
  }

  /// The values that change in a document; `nil` where one stays.
  package struct Change: Hashable, Sendable {
    package var status: PlanStatus?
    package var pullRequests: String?
    package var updated: CalendarDate
  }

  /// Returns what has to change; `nil` where nothing does, where git knows nothing of the plan, and for
  /// plans that are known by their path, whose format is not ours.
  package func change(for answer: PlanAnswer) -> Change? {
    guard answer.plan.key.planID != nil, answer.basis == .git, answer.plan.status != nil else {
      return nil
    }
    let status = answer.isDrift ? answer.derived : nil
    let links = PullRequestLinks(forge: forge)
      .updated(answer.plan.pullRequestLink, with: answer.pullRequests)
    if status == nil, links == nil { return nil }
    return Change(status: status, pullRequests: links, updated: today)
  }
}
