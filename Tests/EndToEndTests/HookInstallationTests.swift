import Foundation
import TestSupport
import Testing

/// Where the hooks go, and that whatever was there before comes back.
struct HookInstallationTests {
  private typealias Scratch = ScratchRepository
  private let names = ["commit-msg", "prepare-commit-msg"]

  /// A repository whose HEAD is work: a rewording of it needs a plan as the work did.
  private func planned() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth")
    try repository.commit("work", file: "work")
    return repository
  }

  private func commit(_ repository: ScratchRepository, in folder: String? = nil) throws -> Int32 {
    try repository.tryGit(["commit", "-q", "--allow-empty", "-m", "x"], in: folder).exitCode
  }

  @Test func installingStatusAndUninstallingFollowEachOther() throws {
    let repository = try planned()
    let before = try repository.snapshot()
    #expect(try repository.execplan("hooks status").exitCode == 1)
    _ = try repository.succeeding(repository.execplan("hooks install"))
    #expect(try repository.execplan("hooks status").exitCode == 0)
    for name in names {
      let path = repository.path + "/.git/hooks/" + name
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o755)
      #expect(try repository.read(".git/hooks/" + name).hasPrefix("#!/bin/sh\n"))
    }
    let installed = try repository.snapshot()
    _ = try repository.succeeding(repository.execplan("hooks install"))
    #expect(try repository.snapshot().differences(from: installed).isEmpty)
    #expect(try commit(repository) != 0)
    _ = try repository.succeeding(repository.execplan("hooks uninstall"))
    #expect(try commit(repository) == 0)
    try repository.git("reset --quiet HEAD~")
    let left = try repository.snapshot().differences(from: before)
    #expect(left.filter { $0.contains("/hooks") }.isEmpty)
    #expect(try repository.execplan("hooks uninstall").exitCode == 0)
  }

  @Test func aHookThatWasThereRunsFirstAndComesBackByteForByte() throws {
    let repository = try planned()
    let own =
      "#!/bin/sh\n# ours \u{E9}\necho own >>\"$(git rev-parse --git-dir)/ran\"\nexit ${OWN:-0}"
    try repository.write(own, to: ".git/hooks/commit-msg")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o750], ofItemAtPath: repository.path + "/.git/hooks/commit-msg")
    let before = try FolderSnapshot(of: repository.path + "/.git/hooks")
    _ = try repository.succeeding(repository.execplan("hooks install"))
    let status = try repository.json("hooks", "status")["hooks"].array
    #expect(
      status.first { $0["name"].string == "commit-msg" }?["chained"].boolean == true)

    #expect(try commit(repository) != 0)
    #expect(try repository.read(".git/ran") == "own\n")
    let message = "x\n\nExecPlan: none"
    let arguments = ["commit", "-q", "--allow-empty", "-m", message]
    #expect(try repository.tryGit(arguments, environment: ["OWN": "3"]).exitCode != 0)
    #expect(try repository.tryGit(arguments).exitCode == 0)

    _ = try repository.succeeding(repository.execplan("hooks install"))
    _ = try repository.succeeding(repository.execplan("hooks uninstall"))
    #expect(
      try FolderSnapshot(of: repository.path + "/.git/hooks").differences(from: before).isEmpty)
    let mode = try FileManager.default.attributesOfItem(
      atPath: repository.path + "/.git/hooks/commit-msg")[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o750)
  }

  @Test func aHookThatReplacedOursIsNotOverwritten() throws {
    let repository = try planned()
    try repository.write("#!/bin/sh\n# first\n", to: ".git/hooks/commit-msg")
    _ = try repository.succeeding(repository.execplan("hooks install"))
    try repository.write("#!/bin/sh\n# second\n", to: ".git/hooks/commit-msg")
    let outcome = try repository.execplan("hooks install")
    #expect(outcome.exitCode == 2)
    #expect(try repository.read(".git/hooks/commit-msg") == "#!/bin/sh\n# second\n")
    #expect(
      try repository.read(".git/hooks/commit-msg.execplan-previous") == "#!/bin/sh\n# first\n")
  }

  @Test(arguments: [true, false])
  func theFolderThatTheConfigurationNamesIsUsed(isAbsolute: Bool) throws {
    let repository = try planned()
    let folder = repository.path + "/tools/hooks"
    try repository.git(["config", "core.hooksPath", isAbsolute ? folder : "tools/hooks"])
    try FileManager.default.createDirectory(
      atPath: repository.path + "/deep/er", withIntermediateDirectories: true)
    _ = try repository.succeeding(
      repository.execplan(["hooks", "install"], in: repository.path + "/deep/er"))
    for name in names { #expect(FileManager.default.isExecutableFile(atPath: folder + "/" + name)) }
    #expect(try commit(repository) != 0)
    #expect(try commit(repository, in: repository.path + "/deep/er") != 0)
  }

  @Test func anEmptyHooksPathMeansNoHooks() throws {
    let repository = try planned()
    try repository.git(["config", "core.hooksPath", ""])
    let before = try repository.snapshot()
    let outcome = try repository.execplan("hooks install")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.hasPrefix("error: git runs no hooks here"))
    #expect(try repository.snapshot().differences(from: before).isEmpty)
  }

  @Test func hooksOfAllRepositoriesAreLeftAlone() throws {
    let repository = try planned()
    let configuration = repository.surroundings + "/global"
    let folder = repository.surroundings + "/all-hooks"
    try Data("[core]\n\thooksPath = \(folder)\n".utf8).write(
      to: URL(fileURLWithPath: configuration))
    let outcome = try repository.execplan(
      ["hooks", "install"], environment: ["GIT_CONFIG_GLOBAL": configuration])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(folder))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func linkedWorkTreesShareTheHooks() throws {
    let repository = try planned()
    let tree = repository.surroundings + "/tree"
    try repository.git(["worktree", "add", "-q", "-b", "other", tree])
    _ = try repository.succeeding(repository.execplan(["hooks", "install"], in: tree))
    #expect(
      FileManager.default.isExecutableFile(atPath: repository.path + "/.git/hooks/commit-msg"))
    #expect(try commit(repository) != 0)
    #expect(try commit(repository, in: tree) != 0)
    // The plan's branch in the linked work tree gets its trailer there.
    _ = try repository.succeeding(repository.execplan(["start", Scratch.planID(1)], in: tree))
    #expect(try commit(repository, in: tree) == 0)
    #expect(
      try repository.git(
        ["log", "-1", "--format=%(trailers:key=ExecPlan,valueonly)"], in: tree)
        == Scratch.planID(1) + "\n")
  }

  @Test func aMissingProgramWarnsAndRefusesOnlyOnRequest() throws {
    let repository = try planned()
    _ = try repository.succeeding(repository.execplan("hooks install"))
    for name in names {
      // Whoever runs this may have the program where the script looks for it at last.
      let script = try repository.read(".git/hooks/" + name)
        .replacing("/usr/local/bin/git", with: "/nowhere/git")
        .replacing("/opt/homebrew/bin/git", with: "/nowhere/git")
      let lines = script.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("execplan=") ? "execplan='/nowhere/git-execplan'" : String(line)
      }
      try repository.write(lines.joined(separator: "\n"), to: ".git/hooks/" + name)
    }
    let path = ["PATH": "/usr/bin:/bin"]
    let arguments = ["commit", "-q", "--allow-empty", "-m", "x"]
    let outcome = try repository.tryGit(arguments, environment: path)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("warning: commit message not checked"))
    try repository.git("config execplan.required true")
    #expect(try repository.tryGit(arguments, environment: path).exitCode != 0)
    #expect(try repository.execplan("hooks status").exitCode == 1)
    _ = try repository.succeeding(repository.execplan("hooks install"))
    #expect(try repository.execplan("hooks status").exitCode == 0)
  }
}
