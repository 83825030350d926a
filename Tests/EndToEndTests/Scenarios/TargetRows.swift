import TestSupport

/// Which branch is the target, and what of it is at hand.
enum TargetRows {
  static let all: [ScenarioRow] = [
    ScenarioRow("the target is found by origin/HEAD") { scene in
      try landed(scene)
      try rename("trunk", scene)
      try scene.git("update-ref refs/remotes/origin/trunk trunk")
      try scene.git("symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/trunk")
      try decoy("main", scene)
      try decoy("develop", scene)
      try scene.git("config init.defaultBranch develop")
      if scene.dice.once(in: 2) {
        try scene.git("switch --quiet --detach")
        try scene.git("branch --quiet -D trunk")
        scene.expect(target: "refs/remotes/origin/trunk")
      }
    },
    ScenarioRow("the target is found by init.defaultBranch") { scene in
      try landed(scene)
      try rename("trunk", scene)
      try scene.git("config init.defaultBranch trunk")
      try decoy("main", scene)
      try decoy("master", scene)
    },
    ScenarioRow("the target is found by its name") { scene in
      try landed(scene)
      if scene.dice.once(in: 2) { try rename("master", scene) } else { try decoy("master", scene) }
      // A configured name that no branch has leads on.
      if scene.dice.once(in: 2) { try scene.git("config init.defaultBranch trunk") }
      if scene.dice.once(in: 2) { try scene.git("config execplan.target gone") }
    },
    ScenarioRow("the target is configured") { scene in
      try landed(scene)
      try rename("trunk", scene)
      try decoy("main", scene)
      try scene.git("update-ref refs/remotes/origin/main main")
      try scene.git("symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main")
      if scene.dice.once(in: 2) {
        for name in ["gone", "rel*", "trunk"] {
          try scene.git(["config", "--add", "execplan.target", name])
        }
      } else {
        scene.options = ["--target", scene.dice.one(of: ["trunk", "refs/heads/trunk"])]
      }
    },
    ScenarioRow("the target is what is checked out") { scene in
      try landed(scene)
      try rename("trunk", scene)
      try decoy("other", scene)
      try scene.git("switch --quiet trunk")
    },
    ScenarioRow("the target is behind its upstream") { scene in
      try landed(scene)
      try scene.git("update-ref refs/remotes/origin/main main")
      try follow(scene)
      try scene.switchTo("main")
      try scene.git("reset --quiet --hard \(scene.first)")
      scene.expect(target: "refs/remotes/origin/main")
    },
    ScenarioRow("the target is ahead of its upstream") { scene in
      try landed(scene)
      try scene.git("update-ref refs/remotes/origin/main \(scene.first)")
      try follow(scene)
    },
    ScenarioRow("the target and its upstream went different ways") { scene in
      try landed(scene)
      let side = try scene.side("side", from: scene.first)
      try scene.otherCommit()
      try scene.git("update-ref refs/remotes/origin/main side")
      try scene.switchTo("main")
      try scene.git("branch --quiet -D \(side)")
      try follow(scene)
    },
    ScenarioRow("a shallow clone", plans: 2) { scene in
      let line = try scene.start(naming: .nameHoldsID)
      try scene.work(line, scene.dice.number(1...3))
      let other = try scene.start(2, naming: .nameHoldsID)
      if scene.dice.once(in: 3) { try scene.work(other, scene.dice.number(1...2)) }
      try scene.noise(scene.dice.number(0...2))
      let landings = try land(line, scene)
      if let landing = landings.last, scene.dice.once(in: 4) {
        try scene.noise(1)
        try scene.revert(landing)
      }
      if scene.dice.once(in: 3) { try scene.work(line) }
      try scene.noise(scene.dice.number(0...3))
      if !other.works.isEmpty, scene.dice.once(in: 2) { _ = try land(other, scene) }
      if scene.dice.once(in: 3) { try scene.delete(line) }
      scene.depth = scene.dice.number(1...7)
    },
    ScenarioRow("several targets") { scene in
      try scene.git("branch release/1.x")
      try scene.git("branch release/0.x")
      for name in ["main", "release/*"] {
        try scene.git(["config", "--add", "execplan.target", name])
      }
      let line = try LandingRows.drawn(scene)
      let way = scene.dice.number(0...3)
      if way > 0 { try TrapRows.land(line, scene) }
      try scene.switchTo("release/1.x")
      try scene.otherCommit()
      var picked: [Work] = []
      for work in line.works where !work.isUpkeep && scene.dice.once(in: 2) {
        try scene.git(["cherry-pick"] + (scene.dice.once(in: 2) ? ["-x"] : []) + [work.commit])
        picked.append(work)
      }
      if scene.dice.once(in: 3) { try scene.otherCommit() }
      scene.held["release/1.x"] = picked
      scene.held["release/0.x"] = []
      if way > 0, scene.dice.once(in: 2) {
        try scene.git("branch release/2.x main")
        scene.held["release/2.x"] = line.works
      }
      try scene.switchTo("main")
      if scene.dice.once(in: 2) { try scene.noise(1) }
    },
  ]

  /// A branch that has landed, in one of three ways, or has not.
  private static func landed(_ scene: Scene) throws {
    let line = try LandingRows.drawn(scene)
    if !scene.dice.once(in: 5) { try TrapRows.land(line, scene) }
    try LandingRows.after(scene, line)
    try scene.noise(1)
  }

  private static func land(_ line: Line, _ scene: Scene) throws -> [Scene.Landing] {
    switch scene.dice.number(0...3) {
    case 0: [try scene.merge(line)]
    case 1: [try scene.squash(line)]
    case 2: try scene.rebaseMerge(line)
    default: []
    }
  }

  /// Gives the target another name.
  private static func rename(_ name: String, _ scene: Scene) throws {
    try scene.git("branch -m main \(name)")
    scene.current = name
    scene.expect(target: "refs/heads/\(name)")
  }

  /// Makes a branch that has nothing of what came later.
  private static func decoy(_ name: String, _ scene: Scene) throws {
    try scene.git("branch \(name) \(scene.first)")
  }

  /// Makes `origin/main` the upstream of the target, or leaves it to the name.
  private static func follow(_ scene: Scene) throws {
    if scene.dice.once(in: 2) { return }
    try scene.git("config remote.origin.url https://example.com/mara/project.git")
    try scene.git("config remote.origin.fetch +refs/heads/*:refs/remotes/origin/*")
    try scene.git("config branch.main.remote origin")
    try scene.git("config branch.main.merge refs/heads/main")
  }
}
