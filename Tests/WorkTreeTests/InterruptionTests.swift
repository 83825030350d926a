import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import WorkTree

/// Transactions that are stopped at each of their steps.
@Suite struct InterruptionTests {
  @Test("Undisturbed, all of it happens and nothing else stays")
  func undisturbed() throws {
    let state = try TransactionFixture.finalState()
    #expect(
      state.keys.sorted() == [
        "git", "outside", "tree", "tree/plans", "tree/plans/done",
        "tree/plans/done/2026", "tree/plans/done/2026/auth", "tree/plans/done/2026/auth/link",
        "tree/plans/done/2026/auth/log", "tree/plans/done/2026/auth/log/1.md",
        "tree/plans/done/2026/auth/notes", "tree/plans/done/2026/auth/notes/a.txt",
        "tree/plans/done/2026/auth/plan.md", "tree/plans/new", "tree/plans/new/x",
        "tree/plans/new/x/new.md", "tree/plans/other", "tree/plans/other/milestones",
        "tree/plans/other/milestones/archive", "tree/plans/other/milestones/archive/part.md",
        "tree/plans/other/own.md", "tree/plans/registry.json",
      ])
    #expect(state["tree/plans/done/2026/auth/plan.md"] == "plan, done 640")
    #expect(state["tree/plans/registry.json"]?.hasPrefix("new registry") == true)
  }

  @Test("Killed at any step, it has not begun or is finished by the next lock")
  func killed() throws {
    let before = try TransactionFixture().state()
    let after = try TransactionFixture.finalState()
    var results: [Bool] = []
    while true {
      let fixture = try TransactionFixture()
      let killer = FailingDisk(failingAt: results.count, isDead: true)
      try? fixture.commit(on: killer.disk)
      guard killer.hasFailed else { break }
      let recovered = try fixture.folder.lock().recovered
      let state = fixture.state()
      #expect(state == before || state == after, "killed at step \(results.count)")
      #expect(recovered ?? [] == [])
      if state == before { #expect(recovered == nil) }
      results.append(state == after)
      // A second look finds nothing to do.
      #expect(try fixture.folder.lock().recovered == nil)
    }
    // From one step on it happens.
    #expect(results.count > 30)
    #expect(results == results.sorted { !$0 && $1 })
    #expect(results.first == false && results.last == true)
  }

  @Test("Killed again while it recovers, it is finished all the same")
  func killedTwice() throws {
    let after = try TransactionFixture.finalState()
    let undisturbed = FailingDisk(failingAt: .max, isDead: false)
    try TransactionFixture().commit(on: undisturbed.disk)
    // The first rename puts the journal in its place.
    let first = try #require(undisturbed.steps.firstIndex(of: .rename)) + 1
    var second = 0
    while true {
      let fixture = try TransactionFixture()
      try? fixture.commit(on: FailingDisk(failingAt: first, isDead: true).disk)
      let killer = FailingDisk(failingAt: second, isDead: true)
      _ = try? fixture.folder.lock(on: killer.disk)
      guard killer.hasFailed else { break }
      _ = try fixture.folder.lock()
      #expect(fixture.state() == after, "killed at step \(second) of the recovery")
      second += 1
    }
    #expect(second > 15)
  }

  @Test(
    "One step that fails leaves all as it was, or is done later",
    arguments: [Errno.noSpace, .permissionDenied, .fileExists])
  func failing(_ error: Errno) throws {
    let before = try TransactionFixture().state()
    let after = try TransactionFixture.finalState()
    var step = 0
    while true {
      let fixture = try TransactionFixture()
      let failure = FailingDisk(failingAt: step, isDead: false, error: error)
      var caught: FileError?
      do {
        try fixture.commit(on: failure.disk)
      } catch let error as FileError {
        caught = error
      }
      guard failure.hasFailed else { break }
      if let caught, caught.hint == nil {
        #expect(fixture.state() == before, "\(caught) at step \(step)")
      } else {
        _ = try fixture.folder.lock()
        // A folder that could not be removed stays.
        let state = fixture.state().filter {
          failure.failedStep != .removeFolder || after[$0.key] != nil
        }
        #expect(state == after, "step \(step)")
      }
      step += 1
    }
    #expect(step > 30)
  }
}
