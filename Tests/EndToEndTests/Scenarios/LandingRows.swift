import TestSupport

/// How a branch can have landed.
enum LandingRows {
  static let all: [ScenarioRow] = [
    ScenarioRow("merge") { scene in
      let line = try drawn(scene)
      try scene.merge(line)
      try after(scene, line)
    },
    ScenarioRow("fast-forward", hasTrailers: true) { scene in
      let line = try scene.start()
      try scene.work(line, scene.dice.number(1...4))
      try scene.fastForward(line)
      try after(scene, line)
    },
    ScenarioRow("rebase merge") { scene in
      let line = try drawn(scene)
      try scene.rebaseMerge(line)
      try after(scene, line)
    },
    ScenarioRow("squash, then the target moves") { scene in
      let line = try scene.start()
      try scene.work(line, scene.dice.number(1...4))
      try scene.squash(line)
      try after(scene, line)
    },
    ScenarioRow("the target moved, then squash") { scene in
      let line = try drawn(scene)
      try scene.squash(line)
      try after(scene, line)
    },
    ScenarioRow("the target moved close by, then squash") { scene in
      let line = try drawn(scene, kind: .edit)
      try scene.noise(2, isNear: true)
      try scene.squash(line)
      try after(scene, line)
    },
    ScenarioRow("the target moved close by, then rebase") { scene in
      let line = try drawn(scene, kind: .edit)
      try scene.noise(2, isNear: true)
      try scene.rebaseMerge(line)
      try after(scene, line)
    },
    ScenarioRow("squash, then the same lines are edited") { scene in
      let line = try drawn(scene, kind: .edit)
      try scene.squash(line)
      for work in line.works { try scene.overwrite(work) }
      try after(scene, line)
    },
    ScenarioRow("the target is merged into the branch, then squash") { scene in
      let line = try drawn(scene)
      try scene.mergeTarget(into: line)
      if scene.dice.once(in: 2) { try scene.work(line, scene.dice.number(1...2)) }
      if scene.dice.once(in: 2) { try scene.noise(1) }
      try scene.squash(line)
      try after(scene, line)
    },
    ScenarioRow("landed in pieces by picks") { scene in
      let line = try drawn(scene)
      for work in line.works {
        try scene.pick(work)
        if scene.dice.once(in: 2) { try scene.noise(1, isNear: scene.dice.once(in: 3)) }
      }
      try after(scene, line)
    },
    ScenarioRow("some commits are picked") { scene in
      let line = try drawn(scene, count: 2...4)
      let left = scene.dice.number(0...(line.works.count - 1))
      for (place, work) in line.works.enumerated() where place != left { try scene.pick(work) }
      try after(scene, line)
    },
    ScenarioRow("some commits are picked, then squash") { scene in
      let line = try drawn(scene, count: 2...4)
      let left = scene.dice.number(0...(line.works.count - 1))
      for (place, work) in line.works.enumerated() where place != left { try scene.pick(work) }
      try scene.squash(line)
      try after(scene, line)
    },
    ScenarioRow("some commits are picked, then merge") { scene in
      let line = try drawn(scene, count: 2...4)
      try scene.pick(scene.dice.one(of: line.works))
      try scene.merge(line)
      try after(scene, line)
    },
    ScenarioRow("squashed and released, then merged") { scene in
      let line = try drawn(scene)
      try scene.squash(line)
      try scene.tag("v0.9.0")
      if scene.dice.once(in: 2) { try scene.work(line) }
      try scene.merge(line)
      try after(scene, line)
    },
    ScenarioRow("commits after the squash") { scene in
      let line = try drawn(scene)
      try scene.squash(line)
      try scene.work(line, scene.dice.number(1...2))
      try after(scene, line)
    },
    ScenarioRow("commits after the merge") { scene in
      let line = try drawn(scene)
      try scene.merge(line)
      try scene.work(line, scene.dice.number(1...2))
      try after(scene, line)
    },
    ScenarioRow("squashed again and again") { scene in
      let line = try drawn(scene)
      for _ in 0...scene.dice.number(1...2) {
        try scene.squash(line)
        try scene.work(line, scene.dice.number(1...2))
      }
      if scene.dice.once(in: 2) { try scene.squash(line) }
      try after(scene, line)
    },
    ScenarioRow("the first part is squashed") { scene in
      let line = try drawn(scene, count: 3...5)
      try scene.squash(line, upTo: line.works[scene.dice.number(1...(line.works.count - 2))])
      try after(scene, line)
    },
    ScenarioRow("a new branch without commits") { scene in
      if scene.dice.once(in: 2) { try scene.noise(2) }
      let line = try scene.start()
      if scene.dice.once(in: 2) { try scene.noise(1) }
      _ = line
    },
    ScenarioRow("only an empty commit") { scene in
      let line = try scene.start()
      try scene.emptyCommit(line)
      if scene.dice.once(in: 2) { try scene.noise(1) }
    },
    ScenarioRow("only upkeep") { scene in
      let line = try scene.start()
      try scene.upkeep(line)
      if scene.dice.once(in: 2) { try scene.noise(1) }
    },
    ScenarioRow("nothing has landed") { scene in
      let line = try drawn(scene)
      if scene.dice.once(in: 2) { try scene.mergeTarget(into: line) }
      try scene.noise()
    },
    ScenarioRow("a merge that takes nothing") { scene in
      let line = try drawn(scene)
      try scene.merge(line, options: ["--strategy", "ours"])
      try after(scene, line)
    },
  ]

  /// A branch with some work, beside a target that may have moved.
  static func drawn(
    _ scene: Scene, count: ClosedRange<Int> = 1...4, kind: ChangeKind? = nil
  ) throws -> Line {
    if scene.dice.once(in: 3) { try scene.noise(1) }
    let line = try scene.start()
    try scene.work(line, scene.dice.number(count), kind: kind)
    if kind == nil, scene.dice.once(in: 4) {
      try scene.upkeep(line)
      try scene.work(line)
    }
    try scene.noise()
    return line
  }

  /// What may come after a branch has landed: noise, releases, the end of the branch.
  static func after(_ scene: Scene, _ line: Line) throws {
    if scene.dice.once(in: 3) { try scene.tag("v1.0.0") }
    if scene.dice.once(in: 2) { try scene.noise() }
    if scene.dice.once(in: 4) { try scene.delete(line) }
    if scene.dice.once(in: 3) { try scene.tag("v1.1.0") }
  }
}
