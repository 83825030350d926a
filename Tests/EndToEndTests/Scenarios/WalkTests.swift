import TestSupport
import Testing

/// Branches that live long: all kinds of acts, one after the other, in any order that makes sense.
struct WalkTests {
  /// Walks find more than rows do.
  @Test(arguments: ScenarioTests.seeds(timesEach: 30))
  func walk(seed: UInt64) throws {
    try ScenarioRow("walk", plans: 2) { scene in
      var walk = Walk(scene)
      for _ in 0..<scene.dice.number(4...12) { try walk.step() }
    }.play(seed: seed)
  }
}

/// Acts in a scene, of which those are drawn that are possible.
struct Walk {
  private let scene: Scene
  private var landings: [Scene.Landing] = []
  private var reverts: [Scene.Revert] = []

  init(_ scene: Scene) { self.scene = scene }

  private var lines: [Line] { scene.lines.filter(\.exists) }

  mutating func step() throws {
    switch scene.dice.number(0...16) {
    case 0, 1: try start()
    case 2, 3, 4: try with { line in _ = try scene.work(line, scene.dice.number(1...2)) }
    case 5: try with { line in try scene.upkeep(line) }
    case 6: try scene.noise(1, isNear: scene.dice.once(in: 3))
    case 7: try merge()
    case 8, 9: try squash()
    case 10: try pick()
    case 11, 12: try revert()
    case 13: try restore()
    case 14: try mergeTarget()
    case 15: try delete()
    default: try tag()
    }
  }

  private func with(_ act: (Line) throws -> Void) throws {
    if let line = lines.randomElement(using: &scene.dice) { try act(line) }
  }

  private func start() throws {
    if lines.count < 3 {
      let line = try scene.start(scene.dice.number(1...scene.plans))
      try scene.work(line)
    }
  }

  private mutating func merge() throws {
    guard let line = lines.first(where: { line in line.works.contains { $0.reachedTime == nil } })
    else { return }
    landings.append(try scene.merge(line))
  }

  private mutating func squash() throws {
    // What has come and gone under another name would come again with a squash of the whole branch.
    guard
      let line = lines.first(where: { line in
        line.works.contains {
          !$0.isLanded && !$0.isGone && $0.reachedTime == nil && !$0.isUpkeep
        }
      })
    else { return }
    landings.append(try scene.squash(line))
  }

  private mutating func pick() throws {
    let open = lines.flatMap(\.works).filter { $0.state == .open && !$0.isUpkeep }
    guard let work = open.randomElement(using: &scene.dice) else { return }
    landings.append(try scene.pick(work))
  }

  private mutating func revert() throws {
    let there = landings.filter { landing in
      !landing.works.isEmpty
        && landing.works.allSatisfy { work in
          work.isLanded && (landing.isMerge || work.carrier == landing.commit)
        }
    }
    guard let landing = there.randomElement(using: &scene.dice) else { return }
    reverts.append(try scene.revert(landing))
  }

  private mutating func restore() throws {
    let possible = reverts.filter { revert in
      revert.works.allSatisfy { $0.work.isReverted && $0.work.time == revert.time }
    }
    guard let revert = possible.randomElement(using: &scene.dice) else { return }
    try scene.restore(revert)
  }

  private func mergeTarget() throws {
    // What was taken back on the target would go from the branch as well.
    try with { line in
      if line.reached == nil,
        !line.works.contains(where: { $0.isGone || $0.isReverted && $0.reachedTime != nil })
      {
        try scene.mergeTarget(into: line)
      }
    }
  }

  private func delete() throws {
    let finished = lines.filter { line in line.works.allSatisfy(\.isLanded) && !line.works.isEmpty }
    if let line = finished.randomElement(using: &scene.dice) { try scene.delete(line) }
  }

  private func tag() throws { try scene.tag("v0.\(scene.releases.count + 1).0") }
}
