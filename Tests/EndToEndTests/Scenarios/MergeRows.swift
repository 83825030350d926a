import TestSupport

/// Merges of more than one kind, and changes of more than one kind.
enum MergeRows {
  static let all: [ScenarioRow] = [
    ScenarioRow("an octopus merge", plans: 3) { scene in
      var lines: [Line] = []
      for plan in 1...scene.dice.number(2...3) {
        let line = try scene.start(plan)
        for _ in 0..<scene.dice.number(1...3) {
          // Git's octopus strategy refuses a file whose mode one side changes and whose lines another.
          let kinds = ChangeKind.usual.filter { $0 != .editAndMode }
          try scene.work(line, kind: scene.dice.once(in: 2) ? .edit : scene.dice.one(of: kinds))
        }
        lines.append(line)
      }
      try scene.noise()
      let landing = try scene.octopus(lines)
      if scene.dice.once(in: 4) {
        try scene.noise(1)
        try scene.revert(landing)
      }
      try LandingRows.after(scene, lines[0])
    },
    ScenarioRow("branch and target are merged into each other") { scene in
      let line = try LandingRows.drawn(scene)
      try scene.noise(1)
      let before = try scene.id("main")
      try scene.merge(line)
      try scene.switchTo(line.name)
      try scene.git(["merge", "--quiet", "--no-edit", before])
      if scene.dice.once(in: 4) { return }
      try scene.work(line, scene.dice.number(1...3))
      try scene.noise()
      if scene.dice.once(in: 4) { return }
      try TrapRows.land(line, scene)
      try LandingRows.after(scene, line)
    },
    ScenarioRow("empty commits beside work") { scene in
      let line = try scene.start()
      for _ in 0...scene.dice.number(0...2) {
        try scene.work(line)
        if scene.dice.once(in: 2) { try scene.emptyCommit(line) }
      }
      try scene.noise()
      try TrapRows.land(line, scene)
      try LandingRows.after(scene, line)
    },
    ScenarioRow("only a pull request's number tells") { scene in
      let line = try LandingRows.drawn(scene, count: 2...3)
      let number = scene.dice.number(100...999)
      let isGitLab = scene.dice.once(in: 3)
      let place = isGitLab ? "merge-requests" : "pull"
      try scene.git("config execplan.forge \(isGitLab ? "gitlab" : "github")")
      try scene.git("update-ref refs/\(place)/\(number)/head \(line.name)")
      try scene.noise(1)
      try scene.changedSquash(line, pullRequest: "\(isGitLab ? "!" : "#")\(number)")
      try scene.noise()
    },
    ScenarioRow("a pull request that nobody merged", hasTrailers: true) { scene in
      let line = try LandingRows.drawn(scene)
      try scene.git("update-ref refs/pull/12/head \(line.name)")
      try scene.delete(line)
      for work in line.works { scene.lose(work) }
      try scene.noise(1)
    },
    ScenarioRow("milestones") { scene in
      let conditions = ["merged", "milestones", "progress"]
      let finished = scene.dice.once(in: 2)
      let ticked = scene.dice.once(in: 2)
      let condition = scene.dice.one(of: conditions)
      try scene.document(milestoneIsFinished: finished, boxIsTicked: ticked)
      try scene.git("config execplan.doneWhen \(condition)")
      scene.isHeldBack =
        condition != "merged" && !finished || condition == "progress" && !ticked
      let line = try LandingRows.drawn(scene, count: 2...4)
      if !scene.dice.once(in: 4) { try TrapRows.land(line, scene) }
      if scene.dice.once(in: 3) { try scene.work(line, 2) }
      try scene.noise()
    },
  ]

  /// Changes that patches show in another way than edits, or not at all.
  static let kinds: [ScenarioRow] = [
    ("only binary files", [ChangeKind.binary, .binaryAdded]),
    ("only renames", [.rename, .renameAndEdit]),
    ("only modes", [.mode, .editAndMode]),
    ("only submodules", [.submodule, .submoduleMoved]),
    ("only blanks", [.blanks, .blanksAgain]),
    ("only links, empty files and deletions", [.link, .emptyFile, .delete, .oddName]),
  ].map { name, kinds in
    ScenarioRow(name) { scene in
      let line = try scene.start()
      for _ in 0...scene.dice.number(0...3) {
        try scene.work(line, kind: scene.dice.one(of: kinds))
      }
      try scene.noise()
      var landings: [Scene.Landing] = []
      switch scene.dice.number(0...4) {
      case 0: landings = [try scene.merge(line)]
      case 1: landings = [try scene.squash(line)]
      case 2: landings = try scene.rebaseMerge(line)
      case 3: landings = [try scene.pick(line.works[0])]
      default: break
      }
      if let landing = landings.last, scene.dice.once(in: 4) {
        try scene.noise(1)
        try scene.revert(landing)
      }
      try LandingRows.after(scene, line)
    }
  }
}
