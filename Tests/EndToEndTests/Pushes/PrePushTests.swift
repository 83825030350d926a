import Foundation
import TestSupport
import Testing

/// `pre-push`, which looks before the server does.
struct PrePushTests {
  private typealias Scratch = ScratchRepository

  /// A server without hooks, and a clone with `pre-push`.
  private func scene() throws -> PushScene {
    let scene = try PushScene(nil)
    _ = try scene.clone.succeeding(scene.clone.execplan("hooks install --pre-push"))
    return scene
  }

  @Test func aBadCommitIsWarnedOfAndPushed() throws {
    let scene = try scene()
    let bad = try scene.clone.work("bad")
    let outcome = try scene.push("main")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.hasPrefix("warning: 1 of 1 new commit would be refused\n"))
    #expect(try scene.held("main") == bad)
    // What the server has is not warned of again, under whatever name.
    #expect(try !scene.push("main:copy").errors.contains("warning"))
    try scene.clone.work("good", plan: 1)
    #expect(try !scene.push("main").errors.contains("warning"))
  }

  @Test func itRefusesWhereItIsToldTo() throws {
    let scene = try scene()
    try scene.clone.git("config execplan.prePush refuse")
    try scene.clone.work("bad")
    let held = try scene.held("main")
    let outcome = try scene.push("main")
    #expect(outcome.exitCode != 0)
    #expect(outcome.errors.hasPrefix("error: 1 of 1 new commit is refused\n"))
    #expect(outcome.errors.contains("  git push --no-verify\n"))
    #expect(try scene.held("main") == held)
    #expect(try scene.push("--no-verify", "main").exitCode == 0)
    try scene.clone.git("config execplan.prePush off")
    try scene.clone.work("bad too")
    #expect(try scene.push("main").errors.contains("warning") == false)
  }

  @Test func itKnowsWhatTheRemoteHas() throws {
    let scene = try scene()
    try scene.clone.git("config execplan.prePush refuse")
    // The remote moved on, and this clone has not fetched that.
    let other = scene.clone.surroundings + "/other"
    try scene.clone.git(["clone", "--quiet", scene.server, other])
    try scene.clone.git(["commit", "-q", "--allow-empty", "-m", "elsewhere"], in: other)
    try scene.clone.git(["push", "--quiet", "origin", "main:elsewhere"], in: other)
    try scene.clone.work("good", plan: 1)
    #expect(try scene.push("main").exitCode == 0)
    #expect(try scene.push("--force", "main:elsewhere").exitCode == 0)
    // Another remote has nothing yet; by its address all that is on any remote counts as known.
    let second = scene.clone.surroundings + "/second.git"
    try scene.clone.git(["init", "--quiet", "--bare", second])
    try scene.clone.git(["remote", "add", "second", second])
    try scene.clone.work("bad")
    try scene.clone.git("push --quiet --no-verify origin main")
    #expect(try scene.clone.tryGit(["push", second, "main:x"]).exitCode == 0)
    #expect(try scene.clone.tryGit(["push", "--delete", "origin", "elsewhere"]).exitCode == 0)
  }

  @Test func revisionsAndSeveralReferencesAtOnce() throws {
    let scene = try scene()
    try scene.clone.git("config execplan.prePush refuse")
    try scene.clone.work("good", plan: 1)
    try scene.clone.work("bad")
    #expect(try scene.push("HEAD~:refs/heads/x", "HEAD~:main").exitCode == 0)
    #expect(try scene.push("HEAD@{0 seconds ago}:refs/heads/y").exitCode != 0)
    #expect(try scene.push(":x", "HEAD:refs/notes/x").exitCode == 0)
    #expect(try scene.push("--all").exitCode != 0)
    #expect(try scene.push("HEAD:refs/tags/v1").exitCode == 0)
  }

  @Test func preCommitTellsOfAPushInTheEnvironment() throws {
    let scene = try scene()
    let old = try scene.clone.git("rev-parse HEAD")
    let bad = try scene.clone.work("bad")
    let variables = [
      "PRE_COMMIT": "1", "PRE_COMMIT_REMOTE_NAME": "origin",
      "PRE_COMMIT_REMOTE_BRANCH": "refs/heads/main",
      "PRE_COMMIT_LOCAL_BRANCH": "refs/heads/main",
    ]
    let ends = ["PRE_COMMIT_FROM_REF": old, "PRE_COMMIT_TO_REF": bad]
    for extra in [[:], ends] {
      let outcome = try scene.clone.execplan(
        ["hook", "pre-push"], environment: variables.merging(extra) { $1 })
      #expect(outcome.exitCode == 0)
      #expect(outcome.errors.hasPrefix("warning: 1 of 1 new commit would be refused"))
    }
  }

  @Test func troubleDoesNotHoldAPushUp() throws {
    let scene = try scene()
    try scene.clone.work("good", plan: 1)
    try scene.clone.git("config execplan.plans ../docs")
    let outcome = try scene.push("main")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("warning: the commits cannot be checked"))
    try scene.clone.work("good too", plan: 1)
    try scene.clone.git("config execplan.required true")
    #expect(try scene.push("main").exitCode != 0)
    #expect(try scene.push("main", environment: ["EXECPLAN_HOOK": "off"]).exitCode == 0)
  }

  @Test func aMissingProgramIsSaid() throws {
    let scene = try scene()
    let path = scene.clone.path + "/.git/hooks/pre-push"
    let script = try String(contentsOfFile: path, encoding: .utf8)
      .replacing(ProgramRunner.execplan, with: "/nowhere/git-execplan")
      .replacing("/usr/local/bin/git", with: "/nowhere/git")
      .replacing("/opt/homebrew/bin/git", with: "/nowhere/git")
    try Data(script.utf8).write(to: URL(fileURLWithPath: path))
    let variables = ["PATH": "/usr/bin:/bin"]
    let outcome = try scene.push("main:x", environment: variables)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.hasPrefix("warning: commits not checked"))
    try scene.clone.git("config execplan.required true")
    #expect(try scene.push("main:y", environment: variables).exitCode != 0)
  }
}
