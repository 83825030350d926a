import Foundation
import TestSupport
import Testing

/// The scripts that stand between git and the program.
struct HookScriptTests {
  private typealias Scratch = ScratchRepository

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("hooks").path

  private static let scripts =
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []

  @Test func everyHookHasAScript() {
    #expect(Self.scripts.contains("commit-msg") && Self.scripts.contains("prepare-commit-msg"))
  }

  @Test(arguments: scripts, ["sh", "dash", "bash", "ksh"])
  func everyShellReadsThem(script: String, shell: String) throws {
    let path = Self.folder + "/" + script
    let run = { (words: String) in
      try ProgramRunner.run(
        "/bin/sh", ["-c", words], in: Self.folder,
        environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"])
    }
    guard try run("command -v \(shell)").exitCode == 0 else { return }
    let outcome = try run("\(shell) -n '\(path)'")
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("#!/bin/sh\n# git-execplan hook v"))
    #expect(!text.contains("\r"))
  }

  /// Makes a repository whose hooks find the program nowhere.
  private func repositoryWithoutProgram() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth")
    try repository.commit("work", file: "work")
    _ = try repository.succeeding(repository.execplan("hooks install"))
    for name in ["commit-msg", "prepare-commit-msg"] {
      let script = try repository.read(".git/hooks/" + name)
        .replacing(ProgramRunner.execplan, with: repository.path + "/.git/program")
        .replacing("/usr/local/bin/git", with: "/nowhere/git")
        .replacing("/opt/homebrew/bin/git", with: "/nowhere/git")
      try repository.write(script, to: ".git/hooks/" + name)
    }
    return repository
  }

  private func commit(
    in repository: ScratchRepository, _ environment: [String: String]
  ) throws -> CommandOutcome {
    try repository.tryGit(
      ["commit", "-q", "--allow-empty", "-m", "x"],
      environment: ["PATH": "/usr/bin:/bin"].merging(environment) { _, new in new })
  }

  @Test(arguments: ["GIT_EXECPLAN", "~/.local/bin", "PATH"])
  func theProgramIsFound(place: String) throws {
    let repository = try repositoryWithoutProgram()
    var environment = ["PATH": "/usr/bin:/bin"]
    let folder = repository.surroundings + "/.local/bin"
    switch place {
    case "GIT_EXECPLAN": environment[place] = ProgramRunner.execplan
    default:
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/git-execplan", withDestinationPath: ProgramRunner.execplan)
    }
    if place == "PATH" {
      environment["PATH"] = "/usr/bin:/bin:" + folder
      environment["HOME"] = "/nowhere"
    }
    let outcome = try commit(in: repository, environment)
    #expect(outcome.exitCode != 0)
    #expect(outcome.errors.contains("[missing-id]"), "\(outcome.errors)")
  }

  /// Programs that do not run, or not to their end.
  private static let brokenPrograms = [
    "\u{7F}ELF\u{2}\u{1}\u{1}\n\nfor another machine\n", "#!/nowhere/loader\n",
    "#!/bin/sh\nkill -KILL $$\n", "#!/bin/sh\nexit 64\n",
  ]

  @Test(arguments: brokenPrograms)
  func aProgramThatDoesNotRunHoldsBackNoCommit(content: String) throws {
    let repository = try repositoryWithoutProgram()
    try install(content, as: "program", in: repository)
    let outcome = try commit(in: repository, [:])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("warning: commit message not checked: "))
    #expect(outcome.errors.contains(repository.path + "/.git/program does not run here"))
    #expect(outcome.errors.contains("install git-execplan, or set GIT_EXECPLAN"))
    // One that runs may be in another place.
    let other = try commit(in: repository, ["GIT_EXECPLAN": ProgramRunner.execplan])
    #expect(other.errors.contains("[missing-id]"), "\(other.errors)")
    try repository.git("config execplan.required true")
    let refused = try commit(in: repository, [:])
    #expect(refused.exitCode != 0)
    #expect(refused.errors.contains("error: commit message not checked: "))
  }

  private func install(_ content: String, as name: String, in repository: ScratchRepository) throws
  {
    try repository.write(content, to: ".git/" + name)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: repository.path + "/.git/" + name)
  }

  @Test func theSmallProgramIsEnough() throws {
    let repository = try repositoryWithoutProgram()
    try install("#!/bin/sh\nexit 64\n", as: "program", in: repository)
    try install("#!/bin/sh\necho \"$1\" >>.git/ran\n", as: "program-hook", in: repository)
    let outcome = try commit(in: repository, [:])
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(try repository.read(".git/ran") == "prepare-commit-msg\ncommit-msg\n")
  }

  @Test(arguments: brokenPrograms + ["#!/bin/sh\nexit 3\n"])
  func theLargeProgramStandsInForTheSmallOne(content: String) throws {
    let repository = try repositoryWithoutProgram()
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/.git/program", withDestinationPath: ProgramRunner.execplan)
    try install(content, as: "program-hook", in: repository)
    let refused = try commit(in: repository, [:])
    #expect(refused.exitCode != 0)
    #expect(refused.errors.contains("[missing-id]"), "\(refused.errors)")
    try repository.git("config branch.main.execplan \(Scratch.planID(1))")
    let accepted = try commit(in: repository, [:])
    #expect(accepted.exitCode == 0, "\(accepted.errors)")
    #expect(try repository.git("log -1 --format=%B").contains(Scratch.planID(1)))
  }

  @Test func withoutTheProgramACommitGoesOnUnlessItIsRequired() throws {
    let repository = try repositoryWithoutProgram()
    let outcome = try commit(in: repository, [:])
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.hasPrefix("warning: commit message not checked: "))
    #expect(try repository.git("rev-list --count HEAD") == "3")
    try repository.git("config execplan.required true")
    #expect(try commit(in: repository, [:]).exitCode != 0)
    #expect(try commit(in: repository, ["EXECPLAN_HOOK": "off"]).exitCode == 0)
  }
}
