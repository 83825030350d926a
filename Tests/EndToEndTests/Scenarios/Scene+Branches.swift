import TestSupport

/// How a branch is known to belong to a plan.
enum BranchNaming: CaseIterable {
  case startCommand, nameHoldsID, configured
}

extension Scene {
  /// Makes a branch of a plan where the current target is.
  func start(
    _ plan: Int = 1, naming: BranchNaming? = nil, from base: String = "main"
  ) throws -> Line {
    let naming = naming ?? dice.one(of: BranchNaming.allCases)
    let id = ScratchRepository.planID(plan)
    let number = next("branch of \(plan)")
    let name: String
    switch naming {
    case .startCommand where number == 0 && base == "main" && current == "main":
      note("git execplan start \(id)")
      name = try repository.start(plan)
    case .startCommand, .nameHoldsID:
      name = "mara/\(id)\(number == 0 ? "" : "-\(number)")"
      try git(["switch", "--quiet", "--create", name, base])
    case .configured:
      name = "topic-\(plan)-\(number)"
      try git(["switch", "--quiet", "--create", name, base])
      try git(["config", "branch.\(name).execplan", id])
    }
    current = name
    let line = Line(name: name, plan: plan)
    lines.append(line)
    return line
  }

  /// Commits work on a branch.
  @discardableResult
  func work(
    _ line: Line, _ count: Int = 1, plan: Int? = nil, kind: ChangeKind? = nil,
    title: String? = nil
  ) throws -> [Work] {
    guard let plan = plan ?? line.plan else { return [] }
    try switchTo(line.name)
    var made: [Work] = []
    for _ in 0..<count {
      let mark = try change(kind)
      made.append(
        try commitWork(on: line, plan: plan, mark: mark, isUpkeep: false, title: title))
    }
    return made
  }

  /// Commits a change of the plan's document on a branch.
  func upkeep(_ line: Line) throws {
    guard let plan = line.plan else { return }
    try switchTo(line.name)
    let path = SceneFiles.planPath(plan)
    let number = next("note")
    let text = try repository.read(path)
    try repository.write(
      number < SceneFiles.noteCount
        ? text.replacing(SceneFiles.note(number), with: "Note \(number), kept up.")
        : text + "Note \(number).\n", to: path)
    _ = try commitWork(on: line, plan: plan, mark: nil, isUpkeep: true)
  }

  /// Commits a milestone and a step of plan 1 on the target.
  func document(milestoneIsFinished: Bool, boxIsTicked: Bool) throws {
    try switchTo("main")
    let id = ScratchRepository.planID(1)
    let folder = ".agent/exec_plans/p1/milestones/active"
    try repository.write(
      """
      ---
      id: \(id)/MS001
      execplan_id: \(id)
      ms: 1
      title: "First part"
      status: \(milestoneIsFinished ? "completed" : "active")
      ---

      # First part

      """, to: "\(folder)/\(id)_MS001_first.md")
    let path = SceneFiles.planPath(1)
    let box = boxIsTicked ? "- [x] The second step.\n" : "- [ ] The second step.\n"
    try repository.write(try repository.read(path) + box, to: path)
    try commit("documents\n\nExecPlan: none (set-up)")
  }

  private func commitWork(
    on line: Line, plan: Int, mark: Mark?, isUpkeep: Bool, title: String? = nil
  ) throws -> Work {
    // Now and then a title says nothing.
    let title = title ?? (dice.once(in: 8) ? "fix" : "part \(next("title")) of plan \(plan)")
    let hasMilestone = hasTrailers && dice.once(in: 4)
    var message = title
    if dice.once(in: 3) { message += "\n\nSome words about it.\n- and a list" }
    // A commit on the branch of another plan has to say whose it is.
    if hasTrailers || plan != line.plan {
      message += "\n\n" + trailers(plan, milestone: hasMilestone)
      if dice.once(in: 4) { message += "\n\nReviewed-by: Person 1 <person1@example.com>" }
    }
    let commit = try self.commit(message)
    let work = Work(
      plan: plan, title: title, mark: mark, hasMilestone: hasMilestone, isUpkeep: isUpkeep,
      commit: commit)
    if hasTrailers || plan != line.plan { speaking.insert(commit) }
    works.append(work)
    line.works.append(work)
    line.reached = nil
    return work
  }

  func trailers(_ plan: Int, milestone: Bool = false) -> String {
    let id = ScratchRepository.planID(plan)
    let key = dice.once(in: 5) ? "execplan" : "ExecPlan"
    return "\(key): \(id)" + (milestone ? "\nMilestone: \(id)/MS001" : "")
  }

  func emptyCommit(_ line: Line) throws {
    try switchTo(line.name)
    try commit("nothing yet" + (hasTrailers ? "\n\n" + trailers(line.plan ?? 1) : ""))
    line.emptyCommits += 1
    line.reached = nil
  }

  /// Commits on the target that belong to no plan.
  ///
  /// - Parameter isNear: Whether some of them edit lines that patches of the branches show around their own.
  func noise(_ count: Int? = nil, isNear: Bool = false) throws {
    try switchTo("main")
    for _ in 0..<(count ?? dice.number(0...3)) {
      if isNear, let slot = edited.last {
        let line = SceneFiles.line(ofSlot: slot) + 2
        try replaceLine(line, of: SceneFiles.part(ofSlot: slot), by: "near \(next("near"))")
        edited.removeLast()
      } else {
        _ = try edit()
        edited.removeLast()
      }
      try commit("noise \(next("noise"))" + (dice.once(in: 2) ? "\n\nExecPlan: none (noise)" : ""))
    }
  }

  /// Edits on the target what a work had edited there.
  func overwrite(_ work: Work) throws {
    guard case .line(let mark) = work.mark, let slot = Int(mark.dropFirst(5)) else { return }
    try switchTo("main")
    try replaceLine(
      SceneFiles.line(ofSlot: slot), of: SceneFiles.part(ofSlot: slot),
      by: "edited again \(next("again"))")
    work.isOverwritten = true
    try commit("another edit")
  }

  /// Merges the target into a branch.
  func mergeTarget(into line: Line) throws {
    try switchTo(line.name)
    try git(["merge", "--quiet", "--no-edit", "main"])
    if line.works.isEmpty { return }
    // The program looks at a merge that takes the target as it is.
    let isIdle = try id("HEAD^{tree}") == id("main^{tree}")
    for work in line.works where work.isLanded && work.reachedTime == nil {
      work.isMergedBack = true
      if isIdle, let carrier = work.carrier { telling.insert(carrier) }
    }
    line.reached = nil
  }
}
