import Foundation
import TestSupport
import Testing

/// What can be said of a new plan, and `new --start`.
struct NewCommandTests {
  private typealias Scratch = ScratchRepository

  @Test func everyFieldCanBeGiven() throws {
    let repository = try Scratch.withPlans("auth")
    let made = try repository.json(
      "new", "All of it", "--status", "active", "--kind", "perf", "--domain", "infra", "--risk",
      "high", "--owner", "zed", "--tag", "a", "--tag", "b c", "--touches", "db", "--breaking",
      "--migration", "--issue", "https://example.com/1", "--pr", "7", "--docs", "docs/a: b.md",
      "--depends-on", Scratch.planID(1), "--supersedes", Scratch.planID(1), "--date", "20260203")
    let text = try repository.read(made["path"].string ?? "")
    #expect(
      text.hasPrefix(
        """
        ---
        id: EP-20260203-001
        title: "All of it"
        status: active
        kind: perf
        domain: infra
        owner: "@zed"
        created: 2026-02-03
        updated: 2026-02-03
        tags: [a, b c]
        touches: [db]
        risk: high
        breaking: true
        migration: true
        links:
          issue: "https://example.com/1"
          pr: "7"
          docs: "docs/a: b.md"
        depends_on: [EP-20260101-001]
        supersedes: [EP-20260101-001]
        ---

        """), "\(text)")
    let check = try repository.execplan("registry check --fail-on-warn")
    #expect(check.exitCode == 0, "\(check.output)")
  }

  @Test func aTemplateIsNamedOrGivenAsAFile() throws {
    let repository = try Scratch.withPlans("auth")
    let template = """
      ---
      id: {{id}}
      title: {{title}}
      status: planned
      kind: bugfix
      domain: backend
      owner: "@team"
      created: {{date}}
      updated: {{date}}
      ---

      # {{title}}

      """
    try repository.write(template, to: ".agent/templates/bugfix.md")
    try repository.write("# No mark\n", to: "plain.md")
    try repository.write("{{id}}\n", to: "body.md")
    let named = try repository.json("new", "A", "--template", "bugfix", "--tag", "x")
    let text = try repository.read(named["path"].string ?? "")
    #expect(text.contains("\nkind: bugfix\n"))
    #expect(text.contains("\nowner: \"@team\"\n"))
    #expect(text.contains("\ntags: [x]\n"))
    let file = try repository.execplan(
      ["new", "B", "--template", "../templates/bugfix.md", "--kind", "docs"],
      in: repository.path + "/.agent/exec_plans")
    #expect(file.exitCode == 0, "\(file.errors)")
    #expect(
      try repository.read(
        file.output.split(separator: " ").last.map { $0.dropLast().description } ?? ""
      )
      .contains("\nkind: docs\n"))
    let before = try repository.snapshot()
    for (name, message) in [
      ("none", "there is no template 'none'"), ("plain.md", "has no mark {{id}}"),
      ("body.md", "makes no plan with the ID"),
    ] {
      let outcome = try repository.execplan(["new", "C", "--template", name])
      #expect(outcome.exitCode == 2 && outcome.errors.contains(message), "\(outcome.errors)")
    }
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test func startingAtOnceTakesTheNewFileAlong() throws {
    let repository = try Scratch.withPlans("auth")
    _ = try repository.succeeding(repository.execplan("registry build"))
    try repository.commit("registry", file: "a")
    let made = try repository.json("new", "Search", "--date", "2026-02-03", "--start")
    let branch = "ep/EP-20260203-001-search"
    #expect(made["branch"].string == branch)
    #expect(try repository.git("symbolic-ref --short HEAD") == branch)
    #expect(try repository.git("config branch.\(branch).execplan") == "EP-20260203-001")
    #expect(
      try repository.git("status --porcelain --untracked-files=all")
        == " M .agent/exec_plans/registry.json\n?? \(made["path"].string ?? "")")
    let status = try repository.json("status", "EP-20260203-001")["plans"][0]
    #expect(status["branches"][0]["name"].string == branch)
  }

  @Test func withoutACommitNothingIsMade() throws {
    let repository = try Scratch()
    let before = try repository.snapshot()
    let outcome = try repository.execplan("new Search --start")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("has no commit yet"))
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test func whereGitDoesNotSwitchThePlanIsThereAndNamed() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("update-ref refs/heads/ep HEAD")
    let outcome = try repository.execplan("new Search --date 2026-02-03 --start")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("the plan EP-20260203-001 is there"))
    #expect(try repository.json("show", "search")["id"].string == "EP-20260203-001")
  }

  @Test(
    arguments: [
      ["--status", "done"], ["--kind", "nothing"], ["--issue", "a\nb"], ["--risk", "none"],
    ])
  func wrongValuesAreWrongUsage(_ options: [String]) throws {
    let repository = try Scratch.withPlans("auth")
    #expect(try repository.execplan(["new", "A"] + options).exitCode == 64)
  }
}
