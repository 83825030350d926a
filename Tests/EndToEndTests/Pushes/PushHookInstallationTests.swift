import Foundation
import TestSupport
import Testing

/// Installing the hooks around a push beside others.
struct PushHookInstallationTests {
  private typealias Scratch = ScratchRepository

  /// A hook that keeps what it is given, and refuses where the variable OWN says so.
  private static let keeping =
    "#!/bin/sh\ncat >\"$(git rev-parse --git-dir)/given\"\nprintf '%s\\n' \"$@\" "
    + ">>\"$(git rev-parse --git-dir)/given\"\nexit ${OWN:-0}\n"

  @Test func aServersHookRunsFirstWithTheWholeInputAndComesBack() throws {
    let scene = try PushScene(nil)
    try scene.writeHook(Self.keeping, to: "pre-receive")
    let before = try FolderSnapshot(of: scene.server + "/hooks")
    try scene.install()
    try scene.install()
    let old = try #require(try scene.held("main"))
    let good = try scene.clone.work("good", plan: 1)
    #expect(try scene.push("main", "main:copy").exitCode == 0)
    let given = try String(contentsOfFile: scene.server + "/given", encoding: .utf8)
    let zeros = String(repeating: "0", count: 40)
    #expect(
      given == "\(old) \(good) refs/heads/main\n\(zeros) \(good) refs/heads/copy\n\n")
    #expect(try scene.push("main:x", environment: ["OWN": "3"]).exitCode != 0)
    #expect(try scene.push("main:x").exitCode == 0)
    try scene.clone.work("bad")
    #expect(try scene.push("main").isRefused)
    let status = try scene.clone.json("-C", scene.server, "hooks", "status")["hooks"].array
    #expect(status.map { $0["name"].string } == ["pre-receive"])
    #expect(status.first?["chained"].boolean == true)
    _ = try scene.clone.succeeding(
      scene.clone.execplan(["-C", scene.server, "hooks", "uninstall"]))
    #expect(try FolderSnapshot(of: scene.server + "/hooks").differences(from: before).isEmpty)
    #expect(try scene.push("main").exitCode == 0)
  }

  @Test func aHookThatReadsNothingIsNoTrouble() throws {
    let scene = try PushScene(nil)
    try scene.writeHook("#!/bin/sh\nexit 0\n", to: "pre-receive")
    try scene.install()
    let names = (1...1500).map { "main:refs/heads/branch-with-a-rather-long-name/\($0)" }
    let outcome = try scene.clone.tryGit(["push", "--quiet", "origin"] + names)
    #expect(outcome.exitCode == 0)
    #expect(outcome.remoteLines.isEmpty, "\(outcome.remoteLines)")
  }

  @Test func prePushIsInstalledOnRequestAndKeepsWhatWasThere() throws {
    let scene = try PushScene(nil)
    let path = scene.clone.path + "/.git/hooks/pre-push"
    _ = try scene.clone.succeeding(scene.clone.execplan("hooks install"))
    #expect(!FileManager.default.fileExists(atPath: path))
    _ = try scene.clone.succeeding(scene.clone.execplan("hooks uninstall"))
    try scene.clone.write(Self.keeping, to: ".git/hooks/pre-push")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let before = try FolderSnapshot(of: scene.clone.path + "/.git/hooks")
    _ = try scene.clone.succeeding(scene.clone.execplan("hooks install --pre-push"))
    let bad = try scene.clone.work("bad")
    let outcome = try scene.push("main")
    #expect(outcome.errors.hasPrefix("warning: 1 of 1"))
    let given = try scene.clone.read(".git/given")
    #expect(given.hasPrefix("refs/heads/main \(bad) refs/heads/main "))
    #expect(given.hasSuffix("\norigin\n\(scene.server)\n"))
    #expect(try scene.push("main:x", environment: ["OWN": "3"]).exitCode != 0)
    // Nothing to push: the hooks get nothing to read.
    #expect(try scene.push("main").exitCode == 0)
    #expect(try scene.clone.read(".git/given") == "origin\n\(scene.server)\n")
    #expect(try scene.clone.execplan("hooks status").output.contains("pre-push: installed, after"))
    // Who installs again, without the option, gets the present version of all that is there.
    let script = try scene.clone.read(".git/hooks/pre-push")
    try scene.clone.write(script + "# of an older version\n", to: ".git/hooks/pre-push")
    #expect(try scene.clone.execplan("hooks status").exitCode == 1)
    _ = try scene.clone.succeeding(scene.clone.execplan("hooks install"))
    #expect(try scene.clone.read(".git/hooks/pre-push") == script)
    _ = try scene.clone.succeeding(scene.clone.execplan("hooks uninstall"))
    let after = try FolderSnapshot(of: scene.clone.path + "/.git/hooks")
    #expect(after.differences(from: before).isEmpty)
  }

  @Test func giteaKeepsItsOwnHooks() throws {
    let scene = try PushScene(nil)
    // As Gitea and Forgejo write them into each repository.
    let delegate = """
      #!/usr/bin/env bash
      data=$(cat)
      exitcodes=""
      hookname=$(basename $0)
      GIT_DIR=${GIT_DIR:-$(dirname $0)/..}
      for hook in ${GIT_DIR}/hooks/${hookname}.d/*; do
        test -x "${hook}" && test -f "${hook}" || continue
        echo "${data}" | "${hook}"
        exitcodes="${exitcodes} $?"
      done
      for i in ${exitcodes}; do
        [ ${i} -eq 0 ] || exit ${i}
      done

      """
    try scene.writeHook(delegate, to: "pre-receive")
    try scene.writeHook(Self.keeping, to: "pre-receive.d/gitea")
    let before = try FolderSnapshot(of: scene.server + "/hooks")
    try scene.install()
    let changed = try FolderSnapshot(of: scene.server + "/hooks").differences(from: before)
    #expect(changed == ["pre-receive.d/git-execplan"])
    try scene.clone.work("good", plan: 1)
    #expect(try scene.push("main").exitCode == 0)
    try scene.clone.work("bad")
    #expect(try scene.push("main").isRefused)
    #expect(
      try scene.clone.execplan(["-C", scene.server, "hooks", "status"]).output
        == "pre-receive.d/git-execplan: installed\n")
    _ = try scene.clone.succeeding(
      scene.clone.execplan(["-C", scene.server, "hooks", "uninstall"]))
    #expect(try FolderSnapshot(of: scene.server + "/hooks").differences(from: before).isEmpty)
  }

  @Test(arguments: [["--server", "--pre-push"], ["--per-ref"]])
  func optionsThatDoNotGoTogetherAreWrongUsage(options: [String]) throws {
    let scene = try PushScene(nil)
    let outcome = try scene.clone.execplan(["hooks", "install"] + options)
    #expect(outcome.exitCode == 64)
  }
}
