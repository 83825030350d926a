/// A branch of a scenario, with the work on it.
final class Line {
  let name: String
  /// The plan whose branch it is; `nil` for a branch that belongs to none.
  let plan: Int?
  var works: [Work] = []
  var exists = true
  /// How many of its commits change nothing.
  var emptyCommits = 0
  /// How its tip came to the target; `nil` where the target does not reach it.
  var reached: String?
  /// When it did.
  var reachedTime: Int?

  init(name: String, plan: Int?) {
    self.name = name
    self.plan = plan
  }

  /// The state of the branch and how it was integrated, as words.
  var truth: String {
    if works.isEmpty { return emptyCommits == 0 ? "empty" : "open" }
    let isMissing = works.contains { $0.state == .open || $0.isReverted && !isHistory($0) }
    if isMissing { return "open" }
    if let reached { return "merged \(reached)" }
    let ways = Set(works.compactMap(\.way))
    // A squash of one commit may as well be called a rebase.
    if ways.contains("one") { return "merged" }
    return "merged " + (["content", "squash", "rebase"].first(where: ways.contains) ?? "")
  }

  /// Whether the target reached a work before it got what the branch has last.
  private func isHistory(_ work: Work) -> Bool {
    guard let time = work.reachedTime else { return false }
    if reached != nil { return time != reachedTime }
    return works.contains { $0.reachedTime == nil }
  }
}
