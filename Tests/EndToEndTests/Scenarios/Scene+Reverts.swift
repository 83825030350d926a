extension Scene {
  /// A revert on the target, with what the work was before it.
  struct Revert {
    let commit: String
    let works: [(work: Work, before: Work.State)]
    let time: Int
  }

  /// Takes back what came to the target together.
  @discardableResult
  func revert(_ landing: Landing) throws -> Revert {
    try switchTo("main")
    try git(
      ["revert", "--no-edit"] + (landing.isMerge ? ["--mainline", "1"] : []) + [landing.commit])
    return Revert(commit: try id("HEAD"), works: takeBack(landing.works), time: time)
  }

  /// Takes back one commit of work that the target has.
  @discardableResult
  func revert(_ work: Work) throws -> Revert? {
    guard let carrier = work.carrier else { return nil }
    try switchTo("main")
    try git(["revert", "--no-edit", carrier])
    return Revert(
      commit: try id("HEAD"), works: takeBack(works.filter { $0.carrier == carrier }), time: time)
  }

  /// Takes back a revert, so that the work is there again.
  func restore(_ revert: Revert) throws {
    try switchTo("main")
    try git(["revert", "--no-edit", revert.commit])
    let now = tick()
    for (work, before) in revert.works where !work.isLanded { work.become(before, at: now) }
  }

  private func takeBack(_ works: [Work]) -> [(work: Work, before: Work.State)] {
    let now = tick()
    var changed: [(work: Work, before: Work.State)] = []
    for work in works {
      guard case .landed(let commit, let way) = work.state else { continue }
      changed.append((work, work.state))
      work.become(.reverted(commit, way: way), at: now)
    }
    return changed
  }
}
