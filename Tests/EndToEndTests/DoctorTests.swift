import Foundation
import TestSupport
import Testing

/// What `doctor` finds: nothing where all is well, and each thing that is wrong.
struct DoctorTests {
  private typealias Scratch = ScratchRepository

  /// A repository in which everything is set up.
  private func healthy() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth")
    _ = try repository.succeeding(repository.execplan("registry build"))
    _ = try repository.succeeding(repository.execplan("init"))
    _ = try repository.succeeding(repository.execplan("hooks install"))
    try repository.commit("set up", file: "work")
    return repository
  }

  private func complaints(_ repository: ScratchRepository) throws -> [String] {
    let outcome = try repository.execplan("doctor --json")
    return try JSONDocument(outcome.output)["complaints"].array.compactMap { $0["message"].string }
  }

  @Test func whereAllIsWellThereIsNothingToComplainOf() throws {
    let repository = try healthy()
    let output = try repository.succeeding(repository.execplan("doctor"))
    #expect(output.hasSuffix("\nnothing to complain of\n"))
    let json = try repository.json("doctor")
    #expect(json["complaints"].isList && json["complaints"].array.isEmpty)
    #expect(json["plans"]["count"].integer == 1)
    #expect(json["target"]["name"].string == "main")
    #expect(
      json["hooks"].array.map { $0["state"].string } == ["installed", "installed"])
    #expect(json["merge_drivers"].boolean == true)
  }

  @Test func bothProgramsAreOfOneVersion() throws {
    let repository = try healthy()
    let program = repository.surroundings + "/git-execplan"
    try FileManager.default.copyItem(atPath: ProgramRunner.execplan, toPath: program)
    func told() throws -> (version: String?, complaints: [String]) {
      let outcome = try ProgramRunner.run(
        program, ["doctor", "--json"], in: repository.path, environment: repository.environment)
      let json = try JSONDocument(outcome.output)
      return (
        json["program"]["hook_version"].string,
        json["complaints"].array.compactMap { $0["message"].string }
      )
    }
    #expect(try told().version == nil)
    try FileManager.default.copyItem(
      atPath: ProgramRunner.execplan + "-hook", toPath: program + "-hook")
    let version = try #require(try told().version)
    #expect(try repository.execplan("--version").output == version + "\n")
    try Data("#!/bin/sh\necho 0.0.1\n".utf8).write(to: URL(fileURLWithPath: program + "-hook"))
    let (old, complaints) = try told()
    #expect(old == "0.0.1")
    #expect(
      complaints.contains("git-execplan-hook is of version 0.0.1, and git-execplan of \(version)"))
  }

  @Test func hooksStatusSaysTheSameOfHooks() throws {
    let repository = try healthy()
    func told(_ command: String...) throws -> [[String?]] {
      let outcome = try repository.execplan(command + ["--json"])
      return try JSONDocument(outcome.output)["hooks"].array.map { hook in
        ["name", "path", "state", "manager", "program"].map { hook[$0].string }
          + ["\(hook["chained"].boolean ?? false)"]
      }
    }
    let husky = "#!/bin/sh\n# husky\n# Created by Husky v4.3.8\n"
    try repository.write(husky, to: ".git/hooks/prepare-commit-msg")
    let hooks = try told("doctor")
    #expect(try hooks == told("hooks", "status"))
    #expect(hooks.map { $0[2] } == ["installed", "foreign"])
    #expect(hooks.map { $0[3] } == [nil, "husky 4"])
    #expect(hooks.map { $0[4] == nil } == [false, true])
  }

  @Test func whatDoesNotWorkIsAnErrorAndWhatIsMissingAWarning() throws {
    let repository = try healthy()
    for name in ["commit-msg", "prepare-commit-msg"] {
      try FileManager.default.removeItem(atPath: repository.path + "/.git/hooks/" + name)
    }
    #expect(try repository.execplan("doctor").exitCode == 0)
    #expect(
      try complaints(repository) == [
        "the hook commit-msg is not installed", "the hook prepare-commit-msg is not installed",
      ])
    _ = try repository.succeeding(repository.execplan("hooks install"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: repository.path + "/.git/hooks/commit-msg")
    #expect(try repository.execplan("doctor").exitCode == 1)
    #expect(
      try complaints(repository)
        == ["git passes over the hook commit-msg, which is not executable"])
  }

  @Test(arguments: [
    ("execplan.doneWhen", "sometime"), ("execplan.hook", "maybe"), ("execplan.required", "x"),
    ("execplan.prePush", "perhaps"), ("execplan.since", "yesterday"),
    ("execplan.check.closed-plan", "loud"), ("execplan.exempt.merge", "maybe"),
    ("execplan.lint.missing-front-matter", "loud"),
  ])
  func aValueThatNothingTakesIsAnError(key: String, value: String) throws {
    let repository = try healthy()
    try repository.git(["config", key, value])
    let outcome = try repository.execplan("doctor")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("git config \(key) is '\(value)'"), "\(outcome.output)")
  }

  @Test(arguments: ["execplan.requierd", "execplan.lint.no-such-rule", "execplan.check.nothing"])
  func aKeyThatMeansNothingIsNamed(key: String) throws {
    let repository = try healthy()
    try repository.git(["config", key, "warn"])
    let output = try repository.succeeding(repository.execplan("doctor"))
    #expect(output.contains("\(key) = warn (local), which means nothing"))
    #expect(try complaints(repository) == ["git config \(key) is no setting of this version"])
  }

  @Test func theNextCommitIsForetold() throws {
    let repository = try healthy()
    func next() throws -> JSONDocument { try repository.json("doctor")["next_commit"] }
    #expect(try next()["accepted"].boolean == false)
    #expect(try next()["reason"].string == "the message names no plan")
    #expect(try repository.tryGit(["commit", "-q", "--allow-empty", "-m", "x"]).exitCode != 0)

    _ = try repository.succeeding(repository.execplan("start \(Scratch.planID(1))"))
    #expect(
      try next()["trailers"].array.map { $0.string } == ["ExecPlan: \(Scratch.planID(1))"])
    #expect(try next()["accepted"].boolean == true)
    try repository.git(["commit", "-q", "--allow-empty", "-m", "x"])

    try repository.git("switch --quiet main")
    try repository.writePlan(1, "auth", status: "active")
    try repository.git("add --all")
    #expect(try next()["reason"].string == "it changes \(Scratch.planID(1)) alone")
    try repository.git("config execplan.hook false")
    #expect(try next()["reason"].string == "execplan.hook is false")
    #expect(try next()["accepted"].boolean == true)
  }

  @Test func scopesAreTold() throws {
    let repository = try healthy()
    try repository.git("config execplan.releaseTag v*")
    let outcome = try repository.execplan(
      ["doctor"],
      environment: [
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "execplan.target",
        "GIT_CONFIG_VALUE_0": "main",
      ])
    #expect(outcome.output.contains("execplan.releaseTag = v* (local)\n"))
    #expect(outcome.output.contains("execplan.target = main (command)\n"))
    #expect(outcome.output.contains("main, by execplan.target\n"))
  }

  /// The branch that `doctor` names, which must be that of `status`.
  private func target(_ repository: Scratch, in directory: String) throws -> String? {
    let name = try repository.json("doctor", in: directory)["target"]["name"].string
    let reference = try repository.json("status", in: directory)["target"]["ref"].string
    #expect(reference?.hasSuffix("/\(name ?? "-")") == true)
    return name
  }

  @Test func theTargetIsTheSameAsEverywhere() throws {
    let repository = try healthy()
    let clone = repository.surroundings + "/clone"
    try repository.git(["clone", "--quiet", "--depth", "1", "file://\(repository.path)", clone])
    #expect(try target(repository, in: clone) == "main")
    // The local branch is behind, then both have commits of their own.
    try repository.commit("more", file: "more")
    try repository.git(["fetch", "--quiet"], in: clone)
    #expect(try target(repository, in: clone) == "origin/main")
    try repository.git(["commit", "--quiet", "--allow-empty", "--message", "own"], in: clone)
    #expect(try target(repository, in: clone) == "main")
    try repository.git(["config", "execplan.target", "gone"], in: clone)
    try repository.git(["config", "--add", "execplan.target", "origin/main"], in: clone)
    #expect(try target(repository, in: clone) == "origin/main")
  }

  @Test func historyIsNotReadToNameTheTarget() throws {
    let repository = try healthy()
    let root = try repository.git("rev-list --max-parents=0 HEAD")
    let object = repository.path + "/.git/objects/\(root.prefix(2))/\(root.dropFirst(2))"
    try FileManager.default.removeItem(atPath: object)
    try Data("broken".utf8).write(to: URL(fileURLWithPath: object))
    #expect(try repository.execplan("status").exitCode == 2)
    #expect(try repository.json("doctor")["target"]["name"].string == "main")
  }

  @Test func wordsOfTheRepositoryCannotWriteToTheTerminal() throws {
    let repository = try healthy()
    try repository.git(["config", "execplan.owner", "\u{1B}[31mred"])
    #expect(!(try repository.execplan("doctor").output.contains("\u{1B}")))
  }

  @Test func brokenDocumentsAndABareRepository() throws {
    let repository = try healthy()
    try repository.write("---\nid: [\n---\n", to: Scratch.planPath(1, "auth"))
    #expect(try repository.execplan("doctor").exitCode == 1)
    #expect(try complaints(repository) == ["a document breaks the format"])
    try repository.git("checkout --quiet -- .")
    let bare = repository.surroundings + "/bare.git"
    try repository.git(["clone", "--quiet", "--bare", ".", bare])
    let outcome = try repository.execplan(["-C", bare, "doctor"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("\(bare), bare"))
    #expect(outcome.lines.last == "nothing to complain of")
    #expect(try repository.execplan(["doctor"], in: repository.surroundings).exitCode == 2)
  }
}
