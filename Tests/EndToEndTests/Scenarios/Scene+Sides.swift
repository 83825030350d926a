import TestSupport

/// Branches that belong to no plan, remotes, and work that goes other ways.
extension Scene {
  /// Makes a branch that belongs to no plan, and switches to it.
  func side(_ name: String, from base: String = "main") throws -> String {
    try git(["switch", "--quiet", "--create", name, base])
    current = name
    return name
  }

  /// Commits something that belongs to no plan on the current branch.
  func otherCommit() throws {
    _ = try edit()
    edited.removeLast()
    try commit("other \(next("other"))")
  }

  /// Merges a branch of no plan into the target, and deletes it.
  func mergeSide(_ name: String) throws {
    try switchTo("main")
    try git(["merge", "--quiet", "--no-edit", "--no-ff", name])
    try git(["branch", "--quiet", "-D", name])
  }

  /// Notes that all of a branch came to the target on another one.
  func arrive(_ line: Line, way: String) {
    let now = tick()
    for work in line.works where work.reachedTime == nil {
      work.reachedTime = now
      if line.name.contains("EP-") { speaking.insert(work.commit) }
      if !work.isLanded { work.become(.landed(work.commit, way: way), at: now) }
    }
    line.reached = way
    line.reachedTime = now
  }

  /// Notes that all of a branch came to the target together with its revert.
  func withdraw(_ line: Line) {
    arrive(line, way: "merge")
    for work in line.works { work.become(.withdrawn, at: time) }
  }

  /// Notes that the target lost what it had.
  func takeAway(_ works: [Work]) {
    let now = tick()
    for work in works {
      guard case .landed(let commit, let way) = work.state else { continue }
      work.become(.reverted(commit, way: way), at: now)
    }
  }

  func lose(_ work: Work) { work.become(.lost, at: time) }

  /// Makes the branch's present state that of its upstream.
  func push(_ line: Line) throws {
    try git(["update-ref", "refs/remotes/origin/\(line.name)", line.name])
    try git(["config", "branch.\(line.name).remote", "origin"])
    try git(["config", "branch.\(line.name).merge", "refs/heads/\(line.name)"])
    if try repository.tryGit(["config", "remote.origin.url"]).exitCode != 0 {
      try git(["config", "remote.origin.url", "https://example.com/mara/project.git"])
      try git(["config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"])
    }
  }

  /// Learns the new names of a branch's commits.
  func renamed(_ line: Line, base: String) throws {
    let commits = try repository.git([
      "rev-list", "--reverse", "--no-merges", "\(base)..\(line.name)",
    ])
    .split(separator: "\n").map(String.init)
    guard commits.count == line.works.count else {
      throw SceneError(description: "\(commits.count) commits, not \(line.works.count)")
    }
    for (work, commit) in zip(line.works, commits) {
      if speaking.contains(work.commit) { speaking.insert(commit) }
      work.commit = commit
    }
  }

  /// Commits what is staged as work of another plan.
  func repeatWork(_ work: Work, on line: Line, plan: Int) throws {
    let title = "part \(next("title")) of plan \(plan), again"
    let commit = try commit(title + (hasTrailers ? "\n\n" + trailers(plan) : ""))
    let other = Work(
      plan: plan, title: title, mark: work.mark, hasMilestone: false, isUpkeep: false,
      commit: commit)
    if hasTrailers { speaking.insert(commit) }
    works.append(other)
    line.works.append(other)
  }
}
