import Foundation
import TestSupport
import Testing

/// Every way to make a commit, in every set-up, with the real git.
struct CommitWayTests {
  @Test(
    arguments: CommitScene.SetUp.allCases,
    CommitWay.plain + CommitWay.elsewhere + CommitWay.squashing + CommitWay.merging
      + CommitWay.replaying)
  func theVerdictIsRightAndTheMessageKept(setUp: CommitScene.SetUp, way: CommitWay) throws {
    let scene = try setUp.scene()
    let outcome = try scene.run(way.script)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output == way.expected, "\(outcome.errors)")
    guard setUp == .chained else { return }
    // Git has run what was there before ours, except in the one way that runs no hook at all.
    let ran = FileManager.default.fileExists(atPath: scene.repository.path + "/.git/ran")
    #expect(ran == (way.name != "what runs no hook"))
  }
}
