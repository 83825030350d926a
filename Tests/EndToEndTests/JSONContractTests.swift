import TestSupport
import Testing

/// The keys of `contract.md`, which scripts rely on: each is there, also where it holds nothing.
struct JSONContractTests {
  private typealias Scratch = ScratchRepository

  private static let documentKeys = ["id", "title", "path", "status", "kind", "domain", "owner"]
  private static let planKeys = [
    "id", "title", "path", "recorded", "derived", "basis", "drift", "reason", "branches", "commits",
    "milestones", "pull_requests", "first_release", "warnings",
  ]
  private static let releasedKeys = [
    "id", "title", "kind", "state", "commits", "milestones", "landed", "known", "pull_requests",
    "breaking", "migration",
  ]

  /// Expects an object to have all of these keys, and `schema` 1 where it is a whole answer.
  private func expect(
    _ json: JSONDocument, has keys: [String], isAnswer: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let missing = Set(keys).subtracting(json.keys)
    #expect(missing.isEmpty, sourceLocation: sourceLocation)
    let others = json.keys.filter { key in
      key.contains { !($0.isLowercase || $0.isNumber || $0 == "_") }
    }
    #expect(others.isEmpty, "keys are in snake_case", sourceLocation: sourceLocation)
    if isAnswer { #expect(json["schema"].integer == 1, sourceLocation: sourceLocation) }
  }

  /// Makes a plan with everything that can be reported: work, a milestone, a pull request, a release.
  private func rich() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth", "bare")
    try repository.writeMilestone(1, "auth", status: "completed")
    let branch = try repository.start(1)
    try repository.work("one", plan: 1, milestone: true)
    try repository.merge(branch, message: "Merge pull request #7 from mara/\(branch)")
    try repository.git("tag v1.0.0")
    return repository
  }

  @Test func statusHasItsKeys() throws {
    let repository = try rich()
    let answer = try repository.json("status")
    expect(answer, has: ["schema", "target", "plans"], isAnswer: true)
    expect(answer["target"], has: ["ref", "commit"])
    #expect(answer["target"]["ref"].string == "refs/heads/main")
    for plan in answer["plans"].array {
      expect(plan, has: Self.planKeys)
      expect(plan["commits"], has: ["landed", "open", "reverted", "upkeep"])
      for list in ["branches", "milestones", "pull_requests", "warnings"] {
        #expect(plan[list].isList, "\(list)")
      }
    }
    let plan = answer["plans"][0]
    expect(plan["branches"][0], has: ["name", "remote", "head", "state", "integration", "ahead"])
    expect(plan["milestones"][0], has: ["id", "title", "completed", "landed", "open"])
    expect(plan["pull_requests"][0], has: ["number", "url", "evidence"])
    #expect(plan["first_release"].string == "v1.0.0")
    #expect(answer["plans"][1]["first_release"].isNull)
    #expect(plan["milestones"][0]["id"].string == "\(Scratch.planID(1))/MS001")
  }

  @Test func releaseHasItsKeys() throws {
    let repository = try rich()
    try repository.work("later")
    for words in [["release", "v1.0.0"], ["release", "--unreleased"]] {
      let answer = try JSONDocument(
        repository.succeeding(repository.execplan(words + ["--format", "json"])))
      expect(answer, has: ["schema", "releases"], isAnswer: true)
      let release = answer["releases"][0]
      expect(release, has: ["tag", "previous", "commit", "date", "plans", "unplanned"])
      #expect(release["plans"].isList)
      let date = try #require(release["date"].string)
      #expect(date.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)/) != nil)
      for plan in release["plans"].array {
        expect(plan, has: Self.releasedKeys)
        for list in ["commits", "milestones", "pull_requests"] { #expect(plan[list].isList) }
        #expect(plan["breaking"].boolean == false)
        #expect(plan["migration"].boolean == false)
      }
    }
    let plan = try repository.json("release", "v1.0.0")["releases"][0]["plans"][0]
    #expect(plan["milestones"].strings == ["\(Scratch.planID(1))/MS001"])
    #expect(plan["commits"][0].string?.count == 40)
  }

  @Test func checkHasItsKeys() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.work("stray")
    let answer = try JSONDocument(repository.execplan("check HEAD~..HEAD --json").output)
    expect(answer, has: ["schema", "checked", "findings"], isAnswer: true)
    expect(answer["findings"][0], has: ["commit", "subject", "rule", "message"])
    #expect(try repository.json("check")["findings"].isList)
  }

  @Test func registryCheckHasItsKeys() throws {
    let repository = try Scratch.withPlans("auth")
    let answer = try repository.json("registry", "check")
    expect(answer, has: ["schema", "findings"], isAnswer: true)
    expect(
      answer["findings"][0], has: ["path", "line", "column", "severity", "rule", "message"])
    _ = try repository.succeeding(repository.execplan("registry build"))
    let none = try repository.json("registry", "check")["findings"]
    #expect(none.isList && none.array.isEmpty)
  }

  @Test func lintHasItsKeys() throws {
    let repository = try Scratch.withPlans("auth")
    let answer = try repository.json("lint")
    expect(answer, has: ["schema", "findings"], isAnswer: true)
    expect(
      answer["findings"][0], has: ["path", "line", "column", "severity", "rule", "message"])
    #expect(answer["findings"].isList)
  }

  @Test func newAndStartHaveTheirKeys() throws {
    let repository = try Scratch.withPlans("auth")
    let new = try repository.json("new", "Two", "--date", "2026-01-17")
    expect(new, has: ["schema", "id", "path"], isAnswer: true)
    let start = try repository.json("start", Scratch.planID(1))
    expect(start, has: ["schema", "id", "branch", "worktree"], isAnswer: true)
    #expect(start["id"].string == Scratch.planID(1))
    #expect(start["branch"].string == "ep/\(Scratch.planID(1))-auth")
    #expect(start["worktree"].isNull)
  }

  @Test func listAndShowHaveTheirKeys() throws {
    let repository = try rich()
    let list = try repository.json("list")
    expect(list, has: ["schema", "plans"], isAnswer: true)
    for plan in list["plans"].array {
      expect(plan, has: Self.documentKeys)
      for key in ["tags", "touches", "depends_on", "supersedes", "milestones"] {
        #expect(plan[key].isList, "\(key)")
      }
    }
    let show = try repository.json("show", Scratch.planID(1))
    expect(show, has: Self.documentKeys + ["git", "linked_commits"], isAnswer: true)
    expect(show["git"], has: Self.planKeys)
    let chosen = try repository.json("list", "--status", "done")["plans"]
    #expect(chosen.isList && chosen.array.isEmpty)
  }

  @Test func syncAndHooksStatusAndInitHaveTheirKeys() throws {
    let repository = try rich()
    let sync = try repository.json("sync", "--dry-run")
    expect(sync, has: ["schema", "plans", "written"], isAnswer: true)
    #expect(sync["plans"].array.map { $0["id"].string } == [Scratch.planID(1)])
    let hooks = try JSONDocument(repository.execplan("hooks status --json").output)
    expect(hooks, has: ["schema", "hooks"], isAnswer: true)
    expect(
      try repository.json("init"),
      has: ["schema", "created", "updated", "kept", "configured", "written"], isAnswer: true)
  }

  @Test func dataGoesToStdoutAndWordsToStderr() throws {
    let repository = try Scratch.withPlans("auth")
    let quiet = try repository.execplan(["new", "Two", "--json", "--quiet"])
    #expect(quiet.errors.isEmpty)
    let plain = try repository.execplan(["new", "Three"])
    #expect(plain.lines.count == 1)
    #expect(plain.errors.hasPrefix("next: "))
    let coloured = try repository.execplan("status --color=always")
    #expect(coloured.output.contains("\u{1B}["))
    let plainTable = try repository.execplan("status")
    #expect(!plainTable.output.contains("\u{1B}["))
    let version = try repository.execplan("--version")
    #expect(version.exitCode == 0)
    #expect(version.lines.count == 1)
  }
}
