import Foundation
import TestSupport
import Testing

/// A way in which things can go, of which scenes are drawn by lot.
struct ScenarioRow: Sendable, CustomTestStringConvertible {
  let name: String
  /// How many plans the scene has.
  var plans = 1
  /// Whether commits name their plan; `nil` for by lot.
  var hasTrailers: Bool? = nil
  let act: @Sendable (Scene) throws -> Void

  init(
    _ name: String, plans: Int = 1, hasTrailers: Bool? = nil,
    _ act: @escaping @Sendable (Scene) throws -> Void
  ) {
    self.name = name
    self.plans = plans
    self.hasTrailers = hasTrailers
    self.act = act
  }

  var testDescription: String { name }

  /// Makes a scene and compares what the program says of it.
  func play(seed: UInt64) throws {
    let scene = try Scene(seed: seed, plans: plans, hasTrailers: hasTrailers)
    do {
      try act(scene)
      try scene.check(name, seed: seed)
      try EvidenceTable.add(name, scene)
    } catch {
      Issue.record("\(name), seed \(seed): \(error)\n  \(scene.steps.joined(separator: "\n  "))")
    }
    if let folder = ProcessInfo.processInfo.environment["EXECPLAN_KEEP"] {
      try FileManager.default.copyItem(
        atPath: scene.repository.path, toPath: "\(folder)/\(name) \(seed)")
    }
  }
}
