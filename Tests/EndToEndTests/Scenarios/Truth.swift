import TestSupport
import Testing

/// What is true of one plan, as one line that tells everything.
struct Truth {
  /// What the scene knows.
  static func of(_ plan: Int, in scene: Scene) -> String {
    let works = scene.works.filter { $0.plan == plan && !$0.isUpkeep }
    let landed = scene.carriers(of: plan, where: \.isLanded)
    let reverted = scene.carriers(of: plan, where: \.isReverted)
    let open = works.filter { $0.state == .open }.count
    let lines = scene.lines.filter { line in
      line.exists
        && (line.plan == plan
          || line.works.contains { $0.plan == plan && !$0.isUpkeep && !$0.isLanded })
    }
    let lastArrival = works.filter(\.isLanded).map(\.time).max() ?? 0
    let lastRevert = works.filter(\.isReverted).map(\.time).max() ?? 0
    let isDone =
      !landed.isEmpty && open == 0 && lastRevert <= lastArrival && !(plan == 1 && scene.isHeldBack)
      && !lines.contains { $0.truth == "empty" }
    let isKnown = !landed.isEmpty || !reverted.isEmpty || open > 0 || !lines.isEmpty
    let first = scene.releases.first { release in
      release.works.contains { $0.work.plan == plan && $0.work.state != .lost }
    }
    return line(
      status: isDone ? "done" : isKnown ? "active" : "planned", landed: landed.count, open: open,
      reverted: reverted.count, branches: lines.map { "\($0.name) \($0.truth)" },
      release: first?.tag)
  }

  /// What the program says.
  static func told(_ plan: JSONDocument, in scene: Scene) -> String {
    let branches = plan["branches"].array.map { branch in
      let remote = branch["remote"].string.map { $0 + "/" } ?? ""
      let name = remote + (branch["name"].string ?? "")
      let line = scene.lines.first { $0.name == name }
      let way = line?.truth == "merged" ? nil : branch["integration"].string
      return [name, branch["state"].string, way].compactMap(\.self).joined(separator: " ")
    }
    let counts = plan["commits"]
    return line(
      status: plan["derived"].string ?? "-", landed: counts["landed"].integer ?? -1,
      open: counts["open"].integer ?? -1, reverted: counts["reverted"].integer ?? -1,
      branches: branches, release: plan["first_release"].string)
  }

  private static func line(
    status: String, landed: Int, open: Int, reverted: Int, branches: [String], release: String?
  ) -> String {
    "\(status): \(landed) landed, \(open) open, \(reverted) reverted; "
      + (branches.isEmpty ? "no branch" : branches.sorted().joined(separator: ", "))
      + "; " + (release ?? "not released")
  }
}

extension Scene {
  /// Compares what is known with the target's files, and what the program says with what is known.
  func check(_ name: String, seed: UInt64) throws {
    let story = "\(name), seed \(seed)\n  " + steps.joined(separator: "\n  ")
    #expect(try misplaced().isEmpty, "the scene is wrong about its own files: \(story)")
    if let depth { return try checkClone(depth: depth, story) }
    let outcome = try repository.execplan(["status", "--json"] + options)
    let status = try JSONDocument(repository.succeeding(outcome))
    #expect(status["target"]["ref"].string == target, "\(story)")
    for plan in 1...plans {
      let told = status["plans"].element(ScratchRepository.planID(plan))
      #expect(
        Truth.told(told, in: self) == Truth.of(plan, in: self),
        "plan \(plan): \(told["reason"].string ?? "")\n\(story)")
    }
    let first = status["plans"].element(ScratchRepository.planID(1))
    checkMilestone(first["milestones"].element("\(ScratchRepository.planID(1))/MS001"), story)
    checkFurtherTargets(first["targets"].array, story)
    if !releases.isEmpty { try checkReleases(story) }
  }

  /// A shallow clone may say that it does not know; what it says must be true.
  private func checkClone(depth: Int, _ story: String) throws {
    let clone = repository.surroundings + "/clone"
    try git([
      "clone", "--quiet", "--depth", "\(depth)", "--no-single-branch", "file://\(repository.path)",
      clone,
    ])
    let isShallow =
      try repository.git(["rev-parse", "--is-shallow-repository"], in: clone) == "true"
    let outcome = try repository.execplan(["status", "--json"], in: clone)
    #expect(outcome.errors.contains("shallow clone") == isShallow, "\(story)")
    let status = try JSONDocument(repository.succeeding(outcome))
    for number in 1...plans {
      let plan = status["plans"].element(ScratchRepository.planID(number))
      let truth = Truth.of(number, in: self).prefix { $0 != ":" }
      if plan["basis"].string == "git" {
        #expect(plan["derived"].string == String(truth), "plan \(number)\n\(story)")
        continue
      }
      #expect(plan["derived"].string == plan["recorded"].string, "\(story)")
      let isWarned = plan["warnings"].strings.contains { $0.contains("shallow clone") }
      #expect(isWarned == isShallow, "plan \(number)\n\(story)")
      if !isShallow { #expect(truth == "planned", "plan \(number)\n\(story)") }
    }
  }

  /// Compares how many commits of a milestone stand where.
  private func checkMilestone(_ told: JSONDocument, _ story: String) {
    let known = works.filter { $0.plan == 1 && $0.hasMilestone && !$0.isUpkeep }
    // Without the branch nobody knows what a squash held that says less.
    guard lines.allSatisfy(\.exists), !known.contains(where: { $0.state == .lost }) else { return }
    // A squash message may repeat what the messages before it said, and a squash has the milestone of all it holds.
    let held = works.filter { $0.plan == 1 && $0.hasMilestone && $0.isLanded }.compactMap(\.carrier)
    let named = carriers(of: 1, where: \.isLanded).intersection(milestoned.union(held))
    #expect(told["landed"].integer ?? 0 == named.count, "\(story)")
    #expect(told["open"].integer ?? 0 == known.filter { $0.state == .open }.count, "\(story)")
  }

  /// Compares what further targets have of plan 1.
  private func checkFurtherTargets(_ told: [JSONDocument], _ story: String) {
    let work = works.filter { $0.plan == 1 && !$0.isUpkeep && $0.state != .lost }
    // What landed in one commit counts as one.
    let pieces = Dictionary(grouping: work) { $0.carrier ?? $0.commit }.values
    for (name, held) in held {
      let there = pieces.filter { piece in
        piece.allSatisfy { work in held.contains { $0 === work } }
      }
      let missing = pieces.count - there.count
      let state = there.isEmpty ? "missing" : missing == 0 ? "landed" : "partial"
      let answer = told.first { $0["ref"].string == "refs/heads/\(name)" }
      let words = answer.map { answer in
        "\(answer["state"].string ?? "-") \(answer["landed"].integer ?? -1) "
          + "\(answer["missing"].integer ?? -1)"
      }
      #expect(words == "\(state) \(there.count) \(missing)", "\(name)\n\(story)")
    }
  }

  /// The works whose marks on the target are not as their states say.
  private func misplaced() throws -> [String] {
    let files = Set(
      try repository.git(["ls-tree", "-r", "-z", "--name-only", target])
        .split(separator: "\0").map(String.init))
    let lines = Set(
      try repository.tryGit(["grep", "-h", "mark ", target, "--", "src"]).lines)
    return works.filter { work in
      guard !work.isOverwritten, work.state != .lost else { return false }
      return switch work.mark {
      case .line(let line): lines.contains(line) != work.isLanded
      case .file(let path, let isThere): (files.contains(path) == isThere) != work.isLanded
      case nil: false
      }
    }.map { "\($0.title) \($0.state)" }
  }

  private func checkReleases(_ story: String) throws {
    let outcome = try repository.execplan(["release", "--all", "--json"] + options)
    let told = try JSONDocument(repository.succeeding(outcome))["releases"].array.reversed()
    var found: [String] = []
    for release in told {
      for plan in release["plans"].array {
        found.append(
          "\(release["tag"].string ?? "-") \(plan["id"].string ?? "-"): "
            + "\(plan["state"].string ?? "-") \(plan["landed"].integer ?? -1)")
      }
    }
    var expected: [String] = []
    for (place, release) in releases.enumerated() {
      for plan in 1...plans {
        let all = works(of: release, plan)
        let before = place > 0 ? works(of: releases[place - 1], plan) : [:]
        let isTakenBack = before.keys.contains { all[$0] == nil }
        let isNew = !Set(all.values).subtracting(before.values).isEmpty
        if !isNew && !isTakenBack { continue }
        let isDone = Truth.of(plan, in: self).hasPrefix("done")
        let isLast = works.allSatisfy { work in
          work.plan != plan || work.isUpkeep || !work.isLanded || all[ObjectIdentifier(work)] != nil
        }
        let state =
          isDone && isLast && isNew ? "completed" : isTakenBack ? "reverted" : "partial"
        expected.append(
          "\(release.tag) \(ScratchRepository.planID(plan)): \(state) \(Set(all.values).count)")
      }
    }
    #expect(found == expected, "releases\n\(story)")
  }

  /// The works of a plan that a release had, with the commit that counted for each.
  private func works(of release: Released, _ plan: Int) -> [ObjectIdentifier: String] {
    var found: [ObjectIdentifier: String] = [:]
    for (work, carrier) in release.works where work.plan == plan && work.state != .lost {
      found[ObjectIdentifier(work)] = carrier
    }
    return found
  }
}
