import Foundation
import TestSupport
import Testing

/// Where pushes come from and arrive: every kind of repository.
struct PushPlaceTests {
  private typealias Scratch = ScratchRepository

  @Test func anOldHistoryIsLetInByADayOrACommit() throws {
    let scene = try PushScene(isEmpty: true)
    for number in 1...3 { try scene.clone.work("old \(number)") }
    let last = try scene.clone.git("rev-parse HEAD")
    let refused = try scene.push("main")
    #expect(refused.remoteLines.first == "error: 3 of 4 new commits are refused")
    #expect(refused.errors.contains("execplan.since"))
    // Commits of tests are of January 2026.
    try scene.configure("execplan.since", "2025-12-31")
    #expect(try scene.push("main").isRefused)
    try scene.configure("execplan.since", "2026-01-02")
    #expect(try scene.push("main:dated").exitCode == 0)
    // The server holds the commit only in quarantine.
    let other = try PushScene(isEmpty: true)
    for number in 1...3 { try other.clone.work("old \(number)") }
    #expect(try other.clone.git("rev-parse HEAD") == last)
    try other.configure("execplan.since", last)
    #expect(try other.push("main").exitCode == 0)
    try other.clone.work("new and bad")
    #expect(try other.push("main").remoteLines.first == "error: 1 of 1 new commit is refused")
    // With other branches on the server the advice would be wrong.
    #expect(try !other.push("main").errors.contains("execplan.since"))
  }

  @Test func whatIsNoDayAndNoCommitIsAnError() throws {
    let scene = try PushScene()
    try scene.configure("execplan.since", "yesterday-ish")
    try scene.clone.work("good", plan: 1)
    let outcome = try scene.push("main")
    #expect(outcome.isRefused)
    #expect(outcome.remoteText.contains("git config execplan.since is 'yesterday-ish'"))
  }

  @Test func aShallowCloneMayPush() throws {
    let scene = try PushScene(nil)
    try scene.clone.work("bad")
    try scene.push("main").requireSuccess()
    try scene.install()
    let shallow = scene.clone.surroundings + "/shallow"
    try scene.clone.git(["clone", "--quiet", "--depth=1", "file://" + scene.server, shallow])
    _ = try scene.clone.succeeding(
      scene.clone.execplan(["hooks", "install", "--pre-push"], in: shallow))
    try scene.clone.git(
      ["commit", "-q", "--allow-empty", "-m", "good\n\nExecPlan: none"], in: shallow)
    let good = try scene.clone.tryGit(["push", "origin", "main"], in: shallow)
    #expect(good.exitCode == 0, "\(good.errors)")
    #expect(!good.errors.contains("warning"))
    try scene.clone.git(
      ["commit", "-q", "--allow-empty", "--no-verify", "-m", "bad"], in: shallow)
    let bad = try scene.clone.tryGit(["push", "origin", "main"], in: shallow)
    #expect(bad.isRefused)
    #expect(bad.errors.hasPrefix("warning: 1 of 1 new commit would be refused"))
  }

  @Test func aServerThatAcceptsShallowPushesJudgesTheirBorder() throws {
    let scene = try PushScene(isEmpty: true)
    try scene.configure("receive.shallowUpdate", "true")
    try scene.clone.work("bad", plan: 9)
    let shallow = scene.clone.surroundings + "/shallow"
    try scene.clone.git(["clone", "--quiet", "--depth=1", "file://" + scene.clone.path, shallow])
    try scene.clone.git(["remote", "set-url", "origin", scene.server], in: shallow)
    let outcome = try scene.clone.tryGit(["push", "origin", "main"], in: shallow)
    #expect(outcome.isRefused)
    #expect(outcome.remoteLines.first == "error: 1 of 1 new commit is refused")
  }

  @Test func objectsOfOtherRepositoriesAreRead() throws {
    let scene = try PushScene(nil)
    try scene.clone.work("bad")
    try scene.push("main").requireSuccess()
    // The fork borrows its history, and who pushes to it borrows from the first server.
    let fork = scene.clone.surroundings + "/fork.git"
    try scene.clone.git(["clone", "--quiet", "--bare", "--shared", scene.server, fork])
    _ = try scene.clone.succeeding(
      scene.clone.execplan(["-C", fork, "hooks", "install", "--server"]))
    let work = scene.clone.surroundings + "/borrower"
    try scene.clone.git(["clone", "--quiet", "--shared", scene.server, work])
    try scene.clone.git(["remote", "add", "fork", fork], in: work)
    func commit(_ message: String) throws {
      try scene.clone.git(["commit", "-q", "--allow-empty", "-m", message], in: work)
    }
    try commit("good\n\nExecPlan: \(Scratch.planID(1))")
    let good = try scene.clone.tryGit(["push", "fork", "main"], in: work)
    #expect(good.exitCode == 0, "\(good.errors)")
    try commit("bad")
    let bad = try scene.clone.tryGit(["push", "fork", "main"], in: work)
    #expect(bad.isRefused)
    #expect(bad.remoteLines.first == "error: 1 of 1 new commit is refused")
  }

  @Test func aWorkTreeMayReceive() throws {
    let scene = try PushScene(nil)
    let receiver = scene.clone.surroundings + "/receiver"
    try scene.clone.git(["clone", "--quiet", scene.server, receiver])
    let linked = scene.clone.surroundings + "/linked"
    try scene.clone.git(["worktree", "add", "-q", "-b", "linked", linked], in: receiver)
    try scene.clone.git(["config", "receive.denyCurrentBranch", "updateInstead"], in: receiver)
    _ = try scene.clone.succeeding(
      scene.clone.execplan(["hooks", "install", "--server"], in: linked))
    for place in [receiver, linked] {
      let branch = place == linked ? "linked" : "main"
      try scene.clone.git("reset --quiet --hard origin/main")
      let good = try scene.clone.work("good \(branch)", plan: 1)
      let outcome = try scene.clone.tryGit(["push", place, "HEAD:refs/heads/\(branch)"])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(try scene.clone.git(["rev-parse", "HEAD"], in: place) == good)
      #expect(try scene.clone.git(["status", "--porcelain"], in: place).isEmpty)
      try scene.clone.work("bad \(branch)")
      #expect(try scene.clone.tryGit(["push", place, "HEAD:refs/heads/\(branch)"]).isRefused)
      #expect(try scene.clone.git(["rev-parse", "HEAD"], in: place) == good)
    }
  }

  @Test(arguments: ["with:colon.git", "\"quoted\":x.git", "white space.git", "-dash.git"])
  func theServersPathMayHoldAnything(name: String) throws {
    let scene = try PushScene(named: name)
    try scene.clone.git(["remote", "set-url", "origin", "file://" + scene.server])
    try scene.clone.work("good", plan: 1)
    let good = try scene.push("main")
    #expect(good.exitCode == 0, "\(good.errors)")
    try scene.clone.work("bad")
    #expect(try scene.push("main").remoteLines.first == "error: 1 of 1 new commit is refused")
  }

  @Test func packedPushesAreReadInQuarantine() throws {
    let scene = try PushScene()
    try scene.configure("transfer.unpackLimit", "1")
    let objects = try scene.objects()
    try scene.addCommits(150, message: "bad")
    let refused = try scene.push("main")
    #expect(refused.remoteLines.first == "error: 150 of 150 new commits are refused")
    #expect(try scene.objects() == objects)
    try scene.clone.git("reset --quiet --hard origin/main")
    try scene.addCommits(150, message: "good\n\nExecPlan: \(Scratch.planID(1))")
    #expect(try scene.push("main").exitCode == 0)
  }

  @Test func aNamespaceIsARepositoryOfItsOwn() throws {
    let scene = try PushScene(nil)
    try scene.clone.work("bad")
    try scene.push("main").requireSuccess()
    try scene.install()
    try scene.clone.git("reset --quiet --hard HEAD~")
    let variables = ["GIT_NAMESPACE": "team"]
    #expect(try scene.push("main", environment: variables).exitCode == 0)
    #expect(try scene.held("refs/namespaces/team/refs/heads/main") != nil)
    try scene.clone.git("reset --quiet --hard HEAD@{1}")
    // Outside of the namespace the server knows the commit; inside it is new.
    #expect(try scene.push("main:copy").exitCode == 0)
    #expect(try scene.push("main", environment: variables).isRefused)
  }
}
