import TestSupport

/// What the message of a squash commit says.
enum SquashWords: CaseIterable {
  /// A title of its own.
  case title
  /// The messages of the commits in list items, as GitHub writes them.
  case list
  /// All of git's own text.
  case git
  /// The plan, in the last paragraph.
  case trailer
}

extension Scene {
  /// Commits that came to the target together.
  struct Landing {
    let commit: String
    let works: [Work]
    let isMerge: Bool
  }

  /// Merges a branch into the target with a merge commit.
  @discardableResult
  func merge(_ line: Line, options: [String] = []) throws -> Landing {
    try switchTo("main")
    let number = next("pull request") + 7
    let messages = [
      nil, "Merge pull request #\(number) from mara/\(line.name)\n\nTitle",
      "Land it\n\n" + trailers(line.plan ?? 1),
    ]
    let message = dice.one(of: messages)
    try git(
      ["merge", "--quiet", "--no-ff"] + options + (message.map { ["-m", $0] } ?? []) + [line.name])
    let isSpeaking = (message ?? line.name).contains("EP-")
    let commit = try id("HEAD")
    if options.contains("ours") {
      for work in line.works {
        work.isThrownAway = true
        if isSpeaking { speaking.insert(work.commit) }
      }
      return Landing(commit: commit, works: [], isMerge: true)
    }
    // A merge that changes nothing makes the program look for what was there before, and so does what was taken back.
    let isIdle = try id("HEAD^{tree}") == id("HEAD^1^{tree}")
    let now = tick()
    var brought: [Work] = []
    for work in line.works where work.reachedTime == nil {
      work.reachedTime = now
      if isSpeaking { speaking.insert(work.commit) }
      if work.isLanded || work.isGone {
        if isIdle || work.isGone, let carrier = work.carrier { telling.insert(carrier) }
        if work.isLanded { untie(work) }
        continue
      }
      work.become(.landed(work.commit, way: "merge"), at: now)
      brought.append(work)
    }
    line.reached = "merge"
    line.reachedTime = now
    return Landing(commit: commit, works: brought, isMerge: true)
  }

  /// Notes that nothing tells of the commit which brought a work that the target has now by its own commit too.
  private func untie(_ work: Work) {
    guard let carrier = work.carrier, !speaking.contains(carrier), !telling.contains(carrier)
    else { return }
    work.become(.landed(work.commit, way: "merge"), at: work.time)
    for place in releases.indices { releases[place].works.removeAll { $0.work === work } }
  }

  /// Merges several branches at once.
  func octopus(_ lines: [Line]) throws -> Landing {
    try switchTo("main")
    try git(["merge", "--quiet", "--no-ff", "--no-edit"] + lines.map(\.name))
    for line in lines { arrive(line, way: "merge") }
    return Landing(commit: try id("HEAD"), works: lines.flatMap(\.works), isMerge: true)
  }

  /// Squashes a branch onto the target together with a change that somebody made on the way. Nothing but the number
  /// of the pull request tells where it comes from.
  func changedSquash(_ line: Line, pullRequest number: String) throws {
    try switchTo("main")
    let works = line.works.filter { !$0.isLanded }
    try git(["merge", "--quiet", "--squash", line.name])
    try repository.write("A project with more words.\n", to: "README")
    let commit = try self.commit("Another title (\(number))")
    _ = land(works, in: commit, way: works.count == 1 ? "one" : "squash")
  }

  /// Moves the target forward to a branch. Only commits that name their plan keep it then.
  func fastForward(_ line: Line) throws {
    try switchTo("main")
    try git(["merge", "--quiet", "--ff-only", line.name])
    let now = tick()
    for work in line.works where work.reachedTime == nil {
      work.reachedTime = now
      if !work.isLanded { work.become(.landed(work.commit, way: "fast-forward"), at: now) }
    }
    line.reached = "fast-forward"
    line.reachedTime = now
  }

  /// Puts copies of a branch's open commits on the target, as rebase merges do.
  @discardableResult
  func rebaseMerge(_ line: Line) throws -> [Landing] {
    if dice.once(in: 2) {
      return try line.works.filter { $0.state == .open }.map { try pick($0) }
    }
    // Else it is a fast-forward.
    try noise(1)
    let before = try id("main")
    try git(["branch", "rebased", line.name])
    try git(["rebase", "--quiet", "main", "rebased"])
    current = "rebased"
    try switchTo("main")
    try git(["merge", "--quiet", "--ff-only", "rebased"])
    try git(["branch", "--quiet", "-D", "rebased"])
    let copies = try repository.git(["rev-list", "--reverse", "--no-merges", "\(before)..main"])
      .split(separator: "\n").map(String.init)
    let works = line.works.filter { $0.state == .open }
    guard copies.count == works.count + line.emptyCommits else {
      throw SceneError(description: "\(copies.count) copies of \(works.count) commits")
    }
    return zip(works, copies).map { work, copy in land([work], in: copy, way: "rebase") }
  }

  /// Picks one commit to the target.
  @discardableResult
  func pick(_ work: Work) throws -> Landing {
    try switchTo("main")
    let isTelling = dice.once(in: 3)
    try git(["cherry-pick"] + (isTelling ? ["-x"] : []) + [work.commit])
    let copy = try id("HEAD")
    if isTelling { telling.insert(copy) }
    return land([work], in: copy, way: "rebase")
  }

  /// Squashes a branch, or the part of it up to some commit, onto the target.
  @discardableResult
  func squash(
    _ line: Line, upTo last: Work? = nil, words: SquashWords? = nil,
    resolving: (() throws -> Void)? = nil
  ) throws -> Landing {
    try switchTo("main")
    let tip = try last?.commit ?? id(line.name)
    var included = line.works
    if let last, let place = included.firstIndex(where: { $0 === last }) {
      included = Array(included[...place])
    }
    let works = included.filter { !$0.isLanded && !$0.isGone && $0.reachedTime == nil }
    let listed = try repository.git(["log", "--format=commit %H%n%n%w(0,4,4)%B", "main..\(tip)"])
    let outcome = try repository.tryGit(["merge", "--quiet", "--squash", tip])
    note("git merge --squash \(tip)")
    if let resolving {
      guard outcome.exitCode != 0 else { throw SceneError(description: "no conflict") }
      try resolving()
    } else if outcome.exitCode != 0 {
      throw SceneError(description: "squash failed: \(outcome.errors)\(outcome.output)")
    }
    let plan = line.plan ?? 1
    var message = "Title of a squash (#\(next("pull request") + 7))"
    switch words ?? dice.one(of: SquashWords.allCases) {
    case .title: break
    case .trailer: message += "\n\n" + trailers(plan)
    case .list:
      for work in included {
        message += "\n\n* \(work.title)"
        if speaking.contains(work.commit) { message += "\n\n\(trailers(work.plan))" }
      }
      message += "\n\n---------\n\nCo-authored-by: Person 2 <person2@example.com>"
    case .git: message = "Squashed commit of the following:\n\n\(listed)"
    }
    let commit = try self.commit(message)
    if message.lowercased().contains("execplan: ep-") {
      speaking.insert(commit)
      for work in works {
        work.countsItself = !message.contains(ScratchRepository.planID(work.plan))
      }
    }
    if message.hasPrefix("Squashed") { telling.insert(commit) }
    if message.contains("/MS001") { milestoned.insert(commit) }
    return land(works, in: commit, way: works.count == 1 ? "one" : "squash")
  }

  /// Notes that works came to the target in one commit.
  func land(_ works: [Work], in commit: String, way: String) -> Landing {
    let now = tick()
    for work in works {
      work.become(.landed(commit, way: way), at: now)
      work.isMergedBack = false
      if speaking.contains(work.commit), way == "rebase" { speaking.insert(commit) }
    }
    return Landing(commit: commit, works: works, isMerge: false)
  }
}
