import Foundation
import TestSupport
import Testing

/// What the hooks around a push do where something is in their way, and how they are switched off.
struct PushTroubleTests {
  private typealias Scratch = ScratchRepository

  /// A server, and a bad commit that is not pushed yet.
  private func sceneWithBadCommit(_ options: [String] = ["--server"]) throws -> PushScene {
    let scene = try PushScene(options)
    try scene.clone.work("bad")
    return scene
  }

  @Test func theServersHookIsSwitchedOffInEachOfItsWays() throws {
    for (key, value) in [("execplan.hook", "false"), ("execplan.preReceive", "off")] {
      let scene = try sceneWithBadCommit()
      try scene.configure(key, value)
      let outcome = try scene.push("main")
      #expect(outcome.exitCode == 0)
      #expect(outcome.remoteLines.isEmpty)
    }
    let scene = try sceneWithBadCommit()
    #expect(try scene.push("main", environment: ["EXECPLAN_HOOK": "off"]).exitCode == 0)
    let warned = try sceneWithBadCommit()
    try warned.configure("execplan.preReceive", "warn")
    let outcome = try warned.push("main")
    #expect(outcome.exitCode == 0)
    #expect(outcome.remoteLines.first == "warning: 1 of 1 new commit would be refused")
  }

  @Test func aPushOptionSkipsTheCheckWhereTheServerAllowsIt() throws {
    let scene = try sceneWithBadCommit()
    try scene.configure("receive.advertisePushOptions", "true")
    let first = try scene.push("-o", "execplan.skip=import", "main")
    #expect(first.isRefused)
    #expect(first.remoteText.contains("execplan.skip=import is not allowed here"))
    #expect(try !scene.push("main").errors.contains("git push -o"))
    try scene.configure("execplan.allowSkip", "true")
    #expect(try scene.push("main").errors.contains("  git push -o execplan.skip"))
    #expect(try scene.push("-o", "execplan.skipper", "main").isRefused)
    let hostile = "execplan.skip=\u{1B}[31m\(String(repeating: "x", count: 200))"
    let outcome = try scene.push("-o", "ci.skip", "-o", hostile, "main")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("note: the commits are not checked"))
    #expect(!outcome.errors.contains("\u{1B}"))
    #expect(outcome.remoteLines.allSatisfy { $0.count < 70 })
  }

  @Test(arguments: [
    ("execplan.plans", "../docs"), ("execplan.preReceive", "perhaps"),
    ("execplan.check.missing-id", "loud"), ("execplan.allowSkip", "maybe"),
  ])
  func whatCannotBeCheckedIsRefusedUnlessTheServerSaysOtherwise(key: String, value: String) throws {
    let scene = try PushScene()
    try scene.configure(key, value)
    try scene.clone.work("good", plan: 1)
    let refused = try scene.push("main")
    #expect(refused.isRefused)
    #expect(refused.remoteText.contains(key))
    #expect(refused.remoteText.contains("git config execplan.required false"))
    #expect(refused.remoteLines.allSatisfy { $0.count < 70 })
    try scene.configure("execplan.required", "false")
    let passed = try scene.push("main")
    #expect(passed.exitCode == 0)
    #expect(passed.errors.contains("warning: the commits cannot be checked"))
  }

  @Test func aServerWithOtherObjectNamesIsToldApart() throws {
    let clone = try ScratchRepository(["--object-format=sha256"])
    let server = clone.surroundings + "/server.git"
    try clone.git(["init", "--quiet", "--bare", "--object-format=sha256", server])
    let script = "#!/bin/sh\nexec '\(ProgramRunner.execplan)' hook pre-receive\n"
    let hook = server + "/hooks/pre-receive"
    try Data(script.utf8).write(to: URL(fileURLWithPath: hook))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    try clone.commit("one")
    let refused = try clone.tryGit(["push", server, "main"])
    #expect(refused.isRefused)
    #expect(refused.errors.contains("SHA-256"))
    for (key, value) in [("execplan.required", "false"), ("execplan.hook", "false")] {
      try clone.git(["config", key, value], in: server)
      #expect(try clone.tryGit(["push", server, "main:\(key)"]).exitCode == 0)
      try clone.git(["config", "--unset", key], in: server)
    }
  }

  @Test(arguments: [("--server", "pre-receive"), ("--per-ref", "update")])
  func aMissingProgramRefusesUnlessTheServerSaysOtherwise(option: String, name: String) throws {
    let scene = try PushScene(option == "--server" ? ["--server"] : ["--server", option])
    let path = scene.server + "/hooks/" + name
    let script = try String(contentsOfFile: path, encoding: .utf8)
      .replacing(ProgramRunner.execplan, with: "/nowhere/git-execplan")
      .replacing("/usr/local/bin/git", with: "/nowhere/git")
      .replacing("/opt/homebrew/bin/git", with: "/nowhere/git")
    try Data(script.utf8).write(to: URL(fileURLWithPath: path))
    try scene.clone.work("good", plan: 1)
    let variables = ["PATH": "/usr/bin:/bin"]
    let refused = try scene.push("main", environment: variables)
    #expect(refused.isRefused)
    #expect(refused.errors.contains("git-execplan is not installed on this server"))
    try scene.configure("execplan.required", "false")
    #expect(try scene.push("main:x", environment: variables).exitCode == 0)
    try scene.clone.git(["config", "--unset", "execplan.required"], in: scene.server)
    try scene.configure("execplan.hook", "false")
    #expect(try scene.push("main:y", environment: variables).exitCode == 0)
  }

  /// Another machine's program, and one that is killed when it has read the input.
  @Test(arguments: [
    "\u{7F}ELF no program of this machine", "#!/bin/sh\ncat >/dev/null\nkill -9 $$\n",
  ])
  func aProgramThatDoesNotRunRefusesUnlessTheServerSaysOtherwise(content: String) throws {
    let scene = try PushScene()
    let program = scene.clone.surroundings + "/git-execplan"
    try Data(content.utf8).write(to: URL(fileURLWithPath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let path = scene.server + "/hooks/pre-receive"
    let script = try String(contentsOfFile: path, encoding: .utf8)
      .replacing(ProgramRunner.execplan, with: program)
      .replacing("/usr/local/bin/git", with: "/nowhere/git")
      .replacing("/opt/homebrew/bin/git", with: "/nowhere/git")
    try Data(script.utf8).write(to: URL(fileURLWithPath: path))
    try scene.clone.work("good", plan: 1)
    let variables = ["PATH": "/usr/bin:/bin"]
    let refused = try scene.push("main", environment: variables)
    #expect(refused.isRefused)
    #expect(refused.errors.contains("git-execplan does not run here, and ended with"))
    try scene.configure("execplan.required", "false")
    #expect(try scene.push("main", environment: variables).exitCode == 0)
  }

  @Test(arguments: ["\n", "x", "a b c\n", "\u{0}\u{0}", String(repeating: "z", count: 100_000)])
  func aLineThatGitWouldNotWriteIsAnError(input: String) throws {
    let scene = try PushScene()
    for (words, code) in [(["pre-receive"], 1), (["pre-push", "origin", "url"], 0)]
      as [([String], Int32)]
    {
      let folder = words[0] == "pre-push" ? scene.clone.path : scene.server
      let outcome = try scene.clone.execplan(["hook"] + words, in: folder, input: input)
      #expect(outcome.exitCode == code)
      #expect(outcome.errors.contains("line 1 of the"), "\(outcome.errors)")
    }
  }

  @Test func wordsThatGitWouldNotGiveAreAnError() throws {
    let scene = try PushScene()
    for words in [["update"], ["update", "refs/heads/x", "1"], ["post-receive"]] {
      #expect(try scene.clone.execplan(["hook"] + words, in: scene.server).exitCode == 64)
    }
    let outcome = try scene.clone.execplan(
      ["hook", "update", "refs/heads/x y", "1", "2"], in: scene.server)
    #expect(outcome.exitCode == 1)
    // An object that is not there.
    let ones = String(repeating: "1", count: 40)
    let zeros = String(repeating: "0", count: 40)
    let missing = try scene.clone.execplan(
      ["hook", "pre-receive"], in: scene.server, input: "\(zeros) \(ones) refs/heads/x\n")
    #expect(missing.exitCode == 1)
    #expect(missing.errors.contains(ones))
  }

  @Test func gitLabShowsWhatIsMarked() throws {
    let scene = try sceneWithBadCommit()
    let outcome = try scene.push("main", environment: ["GL_PROTOCOL": "web"])
    #expect(outcome.exitCode != 0)
    #expect(!outcome.remoteLines.isEmpty)
    #expect(outcome.remoteLines.allSatisfy { $0.hasPrefix("GL-HOOK-ERR: ") })
  }
}
