import TestSupport

/// Work that was taken back, and work that came again.
enum RevertRows {
  static let all: [ScenarioRow] = [
    ScenarioRow("a merge is reverted") { scene in
      let line = try LandingRows.drawn(scene)
      let landing = try scene.merge(line)
      try between(scene)
      try scene.revert(landing)
      try LandingRows.after(scene, line)
    },
    ScenarioRow("a squash is reverted") { scene in
      let line = try LandingRows.drawn(scene)
      let landing = try scene.squash(line)
      try between(scene)
      try scene.revert(landing)
      try LandingRows.after(scene, line)
    },
    ScenarioRow("a commit of a merged branch is reverted") { scene in
      let line = try LandingRows.drawn(scene, count: 2...4)
      try scene.merge(line)
      try between(scene)
      try scene.revert(scene.dice.one(of: line.works.filter { !$0.isUpkeep }))
      try LandingRows.after(scene, line)
    },
    ScenarioRow("a commit of a rebased branch is reverted") { scene in
      let line = try LandingRows.drawn(scene, count: 2...4)
      try scene.rebaseMerge(line)
      try between(scene)
      try scene.revert(scene.dice.one(of: line.works.filter { !$0.isUpkeep }))
      try LandingRows.after(scene, line)
    },
    ScenarioRow("a fast-forward is reverted", hasTrailers: true) { scene in
      let line = try scene.start()
      try scene.work(line, scene.dice.number(1...3))
      try scene.fastForward(line)
      try between(scene)
      for work in line.works.reversed() { try scene.revert(work) }
      try LandingRows.after(scene, line)
    },
    ScenarioRow("the revert of a merge is reverted") { scene in
      let line = try LandingRows.drawn(scene)
      let landing = try scene.merge(line)
      try between(scene)
      let revert = try scene.revert(landing)
      try between(scene)
      try scene.restore(revert)
      try LandingRows.after(scene, line)
    },
    ScenarioRow("the revert of a squash is reverted") { scene in
      let line = try LandingRows.drawn(scene)
      let revert = try scene.revert(try scene.squash(line))
      try between(scene)
      try scene.restore(revert)
      try LandingRows.after(scene, line)
    },
    ScenarioRow("a squash is reverted and squashed again") { scene in
      let line = try LandingRows.drawn(scene)
      try scene.revert(try scene.squash(line))
      try between(scene)
      if scene.dice.once(in: 3) { try scene.mergeTarget(into: line) }
      if scene.dice.once(in: 2) { try scene.work(line) }
      try scene.squash(line)
      try LandingRows.after(scene, line)
    },
    ScenarioRow("a squash is reverted and the branch is merged") { scene in
      let line = try LandingRows.drawn(scene)
      try scene.revert(try scene.squash(line))
      try between(scene)
      try scene.merge(line)
      try LandingRows.after(scene, line)
    },
    ScenarioRow("a squash that the branch has from the target is reverted") { scene in
      let line = try LandingRows.drawn(scene)
      let landing = try scene.squash(line)
      try scene.mergeTarget(into: line)
      try scene.revert(landing)
      try between(scene)
      if scene.dice.once(in: 2) { try scene.work(line) }
      if scene.dice.once(in: 2) { try scene.merge(line) } else { try scene.squash(line) }
      try LandingRows.after(scene, line)
    },
    ScenarioRow("a pick is reverted and the branch is merged") { scene in
      let line = try LandingRows.drawn(scene, count: 2...4)
      let work = scene.dice.one(of: line.works)
      try scene.pick(work)
      try scene.revert(work)
      try between(scene)
      try scene.merge(line)
      try LandingRows.after(scene, line)
    },
    ScenarioRow("a merge is reverted, and more work is merged") { scene in
      let line = try LandingRows.drawn(scene)
      try scene.revert(try scene.merge(line))
      try scene.work(line, scene.dice.number(1...2), kind: .edit)
      try scene.merge(line)
      try LandingRows.after(scene, line)
    },
    ScenarioRow("reverted, restored, reverted, restored") { scene in
      let line = try LandingRows.drawn(scene)
      let landing = try scene.dice.once(in: 2) ? scene.merge(line) : scene.squash(line)
      for _ in 0..<scene.dice.number(1...3) {
        let revert = try scene.revert(landing)
        try between(scene)
        if scene.dice.once(in: 4) { break }
        try scene.restore(revert)
        try between(scene)
      }
      try LandingRows.after(scene, line)
    },
  ]

  private static func between(_ scene: Scene) throws {
    if scene.dice.once(in: 2) { try scene.noise(1) }
    if scene.dice.once(in: 3) { try scene.tag("v0.\(scene.releases.count + 1).0") }
  }
}
