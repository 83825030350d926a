import Foundation
import TestSupport
import Testing

/// `update`, which judges each reference by itself.
struct UpdateHookTests {
  private func twoBranches() throws -> PushScene {
    let scene = try PushScene(["--server", "--per-ref"])
    try scene.clone.git("switch --quiet -c good")
    try scene.clone.work("good", plan: 1)
    try scene.clone.git("switch --quiet -c bad main")
    try scene.clone.work("bad")
    return scene
  }

  @Test func onlyTheBadReferenceIsRefused() throws {
    let scene = try twoBranches()
    let outcome = try scene.push("good", "bad")
    #expect(outcome.isRefused)
    #expect(try scene.held("good") != nil)
    #expect(try scene.held("bad") == nil)
    // The commits that a reference shares with one that was refused are judged all the same.
    #expect(try scene.push("bad:other").isRefused)
    #expect(try scene.push(":good", "bad^:main").exitCode == 0)
  }

  @Test func anAtomicPushIsRefusedAsAWhole() throws {
    let scene = try twoBranches()
    let outcome = try scene.push("--atomic", "good", "bad")
    #expect(outcome.isRefused)
    #expect(try scene.held("good") == nil)
    #expect(try scene.held("bad") == nil)
    try scene.clone.git("tag v1 good")
    #expect(try scene.push("--atomic", "good", "v1").exitCode == 0)
  }
}
