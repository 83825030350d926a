import TestSupport

/// What misleads tools that ask only whether a branch is merged.
enum TrapRows {
  static let all: [ScenarioRow] = [
    ScenarioRow("the target takes nothing, inside a branch") { scene in
      // The plan's branch is merged into another one that keeps nothing of it, and that one into the target.
      let line = try scene.start(naming: .nameHoldsID)
      try scene.work(line, scene.dice.number(1...3))
      let other = try scene.side("side")
      try scene.git(["merge", "--quiet", "--no-edit", "--strategy", "ours", line.name])
      for work in line.works { work.isThrownAway = true }
      if scene.dice.once(in: 2) { try scene.otherCommit() }
      try scene.noise(1)
      try scene.mergeSide(other)
    },
    ScenarioRow("a branch throws the target's work away") { scene in
      let line = try LandingRows.drawn(scene)
      try scene.merge(line)
      try scene.noise(1)
      let other = try scene.side("side", from: "main~2")
      try scene.otherCommit()
      try scene.git(["merge", "--quiet", "--no-edit", "--strategy", "ours", "main"])
      try scene.mergeSide(other)
      scene.takeAway(line.works)
    },
    ScenarioRow("merged into a branch that is not the target") { scene in
      let line = try scene.start()
      try scene.work(line, scene.dice.number(1...3))
      let develop = Line(name: try scene.side("develop"), plan: nil)
      develop.works = line.works
      scene.lines.append(develop)
      try scene.otherCommit()
      try scene.git(["merge", "--quiet", "--no-edit", line.name])
      try scene.switchTo("main")
      if scene.dice.once(in: 2) { try scene.noise(1) }
    },
    ScenarioRow("merged through a branch that is not the target") { scene in
      let line = try scene.start(naming: .nameHoldsID)
      try scene.work(line, scene.dice.number(1...3))
      let develop = try scene.side("develop")
      try scene.otherCommit()
      try scene.git(["merge", "--quiet", "--no-edit", "--no-ff", line.name])
      if scene.dice.once(in: 2) { try scene.otherCommit() }
      try scene.noise(1)
      try scene.mergeSide(develop)
      scene.arrive(line, way: "merge")
      try LandingRows.after(scene, line)
    },
    ScenarioRow("reverted on the way to the target") { scene in
      let line = try scene.start(naming: .nameHoldsID)
      try scene.work(line, scene.dice.number(1...3), kind: .edit)
      let develop = try scene.side("develop")
      try scene.otherCommit()
      try scene.git(["merge", "--quiet", "--no-edit", "--no-ff", line.name])
      try scene.git("revert --no-edit --mainline 1 HEAD")
      let isRestored = scene.dice.once(in: 2)
      if isRestored { try scene.git("revert --no-edit HEAD") }
      try scene.noise(1)
      try scene.mergeSide(develop)
      if isRestored {
        scene.arrive(line, way: "merge")
      } else {
        scene.withdraw(line)
      }
    },
    ScenarioRow("two branches of one plan") { scene in
      let first = try LandingRows.drawn(scene)
      let second = try scene.start()
      try scene.work(second, scene.dice.number(1...3))
      try land(first, scene)
      if scene.dice.once(in: 2) { try land(second, scene) }
      try LandingRows.after(scene, first)
    },
    ScenarioRow("a squash lists the title of a later commit") { scene in
      let line = try scene.start()
      try scene.work(line, kind: .edit, title: "fix")
      try scene.work(line, scene.dice.number(1...2), kind: .edit)
      try scene.squash(line, words: .list)
      try scene.work(line, kind: .edit, title: "fix")
      try scene.noise()
    },
    ScenarioRow("a branch of one plan with commits of another", plans: 2, hasTrailers: true) {
      scene in
      let line = try LandingRows.drawn(scene)
      try scene.work(line, scene.dice.number(1...2), plan: 2)
      try scene.work(line)
      if scene.dice.once(in: 3) { return }
      try land(line, scene)
    },
    ScenarioRow("stacked branches, the lower one lands", plans: 2) { scene in
      let lower = try LandingRows.drawn(scene)
      let upper = try scene.start(2, from: lower.name)
      try scene.work(upper, scene.dice.number(1...3))
      try land(lower, scene)
    },
    ScenarioRow("stacked branches, both are squashed", plans: 2) { scene in
      let lower = try LandingRows.drawn(scene)
      let upper = try scene.start(2, from: lower.name)
      try scene.work(upper, scene.dice.number(1...3))
      try scene.squash(lower)
      try scene.noise()
      try scene.squash(upper)
    },
    ScenarioRow("stacked branches, the upper one is merged", plans: 2) { scene in
      let lower = try LandingRows.drawn(scene)
      let upper = try scene.start(2, naming: .nameHoldsID, from: lower.name)
      try scene.work(upper, scene.dice.number(1...3))
      try scene.merge(upper)
      scene.arrive(lower, way: "merge")
    },
    ScenarioRow("commits are picked to a release branch") { scene in
      try scene.git("branch release/1.x")
      let line = try LandingRows.drawn(scene)
      let landing = try scene.merge(line)
      try scene.git("switch --quiet release/1.x")
      scene.current = "release/1.x"
      let release = Line(name: "release/1.x", plan: nil)
      scene.lines.append(release)
      for work in line.works where scene.dice.once(in: 2) {
        try scene.git(["cherry-pick", "-x", work.commit])
        // A pick says whose it is where the commit does.
        if scene.hasTrailers { release.works.append(work) }
      }
      try scene.otherCommit()
      try scene.switchTo("main")
      if scene.dice.once(in: 3) { try scene.revert(landing) }
    },
    ScenarioRow("the branch was rebased, and its old form is still on the remote") { scene in
      let line = try LandingRows.drawn(scene)
      try scene.push(line)
      try scene.noise(1)
      try scene.git(["rebase", "--quiet", "main", line.name])
      scene.current = line.name
      try scene.renamed(line, base: "main")
      if scene.dice.once(in: 2) { return }
      try land(line, scene)
    },
    ScenarioRow("a commit was amended, and its old form is still on the remote") { scene in
      let line = try LandingRows.drawn(scene, kind: .edit)
      try scene.push(line)
      try scene.switchTo(line.name)
      try scene.repository.write("a word more\n", to: "README")
      try scene.git("commit --quiet --all --amend --no-edit")
      try scene.renamed(line, base: "\(line.name)~\(line.works.count)")
      if scene.dice.once(in: 2) { return }
      try land(line, scene)
    },
    ScenarioRow("the upstream is gone") { scene in
      let line = try LandingRows.drawn(scene)
      try scene.push(line)
      try scene.git(["update-ref", "-d", "refs/remotes/origin/\(line.name)"])
      if scene.dice.once(in: 2) { try land(line, scene) }
    },
    ScenarioRow("the branch is on the remote only") { scene in
      let line = try LandingRows.drawn(scene)
      try scene.push(line)
      try scene.delete(line, isKept: true)
      let remote = Line(name: "origin/\(line.name)", plan: 1)
      remote.works = line.works
      scene.lines.append(remote)
      if line.name.contains("EP-") { return }
      // Without its configuration the name tells nothing, and the commits must.
      for work in line.works where !scene.speaking.contains(work.commit) { scene.lose(work) }
      if line.works.allSatisfy({ $0.state == .lost }) { remote.exists = false }
    },
    ScenarioRow("two branches with the same patch", plans: 2) { scene in
      let first = try LandingRows.drawn(scene, count: 1...2, kind: .edit)
      let second = try scene.start(2)
      for work in first.works {
        try scene.git(["cherry-pick", "--no-commit", work.commit])
        try scene.repeatWork(work, on: second, plan: 2)
      }
      try scene.noise(1)
      try scene.rebaseMerge(first)
      for (work, copy) in zip(second.works, first.works) {
        guard let carrier = copy.carrier else { continue }
        work.become(.landed(scene.hasTrailers ? work.commit : carrier, way: "rebase"), at: 1)
      }
    },
  ]

  /// Lands a branch in one of three ways.
  static func land(_ line: Line, _ scene: Scene) throws {
    switch scene.dice.number(0...2) {
    case 0: try scene.merge(line)
    case 1: try scene.squash(line)
    default: try scene.rebaseMerge(line)
    }
  }
}
