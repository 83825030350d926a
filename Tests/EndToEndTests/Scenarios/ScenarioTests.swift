import Foundation
import Testing

/// Every row of what can become of a branch, in repositories drawn by lot.
///
/// `EXECPLAN_SCENARIOS` says how many repositories are made of each row, `EXECPLAN_SEED` with which of them
/// to begin: a failure names its seed.
struct ScenarioTests {
  static func seeds(timesEach: UInt64 = 1) -> ClosedRange<UInt64> {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["EXECPLAN_SEED"].flatMap { UInt64($0) } ?? 1
    let count = environment["EXECPLAN_SCENARIOS"].flatMap { UInt64($0) } ?? 1
    return first...(first + max(count, 1) * timesEach - 1)
  }

  @Test(arguments: LandingRows.all, seeds())
  func landing(_ row: ScenarioRow, seed: UInt64) throws { try row.play(seed: seed) }

  @Test(arguments: RevertRows.all, seeds())
  func reverts(_ row: ScenarioRow, seed: UInt64) throws { try row.play(seed: seed) }

  @Test(arguments: TrapRows.all, seeds())
  func traps(_ row: ScenarioRow, seed: UInt64) throws { try row.play(seed: seed) }

  @Test(arguments: MergeRows.all + MergeRows.kinds, seeds())
  func merges(_ row: ScenarioRow, seed: UInt64) throws { try row.play(seed: seed) }

  @Test(arguments: TargetRows.all, seeds())
  func targets(_ row: ScenarioRow, seed: UInt64) throws { try row.play(seed: seed) }
}
