import Foundation
import TestSupport
import Testing

/// `lint`: what it looks at, how it says it, and how it ends.
struct LintCommandTests {
  private typealias Scratch = ScratchRepository

  /// Two good plans and an up-to-date registry.
  private func clean() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth", "billing")
    _ = try repository.succeeding(repository.execplan("registry build"))
    try repository.git("add --all")
    try repository.git("commit --quiet --no-verify -m registry")
    return repository
  }

  /// A third plan with one error, and another one that was updated before it was created.
  private func broken() throws -> ScratchRepository {
    let repository = try clean()
    try repository.writePlan(3, "bad", status: "begun")
    let path = Scratch.planPath(2, "billing")
    let text = try repository.read(path)
    try repository.write(
      text.replacingOccurrences(of: "updated: 2026-01-01", with: "updated: 2025-12-31"), to: path)
    return repository
  }

  private func rules(_ outcome: CommandOutcome) throws -> [String] {
    try JSONDocument(outcome.output)["findings"].array.map { $0["rule"].string ?? "" }
  }

  @Test func goodPlansHaveNoFindings() throws {
    let repository = try clean()
    let outcome = try repository.execplan("lint --fail-on-warn")
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "3 files checked, no findings\n")
  }

  @Test func everythingIsReportedAtOnce() throws {
    let repository = try broken()
    let outcome = try repository.execplan("lint")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors == "4 files checked, 1 error, 1 warning\n")
    #expect(outcome.lines.count == 2)
    #expect(outcome.output.contains(Scratch.planPath(3, "bad") + ":4:9: error: 'begun'"))
    #expect(
      try rules(repository.execplan("lint --json"))
        == ["unknown-status", "date-order"].sorted(by: >))
  }

  @Test func namesNarrowIt() throws {
    let repository = try broken()
    func rules(_ words: String..., in folder: String? = nil) throws -> [String] {
      let directory = folder.map { repository.path + "/" + $0 }
      return try self.rules(repository.execplan(["lint", "--json"] + words, in: directory))
    }
    #expect(try rules(Scratch.planID(1)) == [])
    #expect(try rules(Scratch.planID(2).lowercased()) == ["date-order"])
    #expect(
      try rules("billing", Scratch.planPath(3, "bad"))
        == ["unknown-status", "date-order"].sorted(by: >))
    #expect(try rules(".agent/exec_plans/bad") == ["unknown-status"])
    #expect(try rules("EP-20260101-003_bad.md", in: ".agent/exec_plans/bad") == ["unknown-status"])
    #expect(try rules("../auth", in: ".agent/exec_plans/bad") == [])
    #expect(try rules(".agent/exec_plans/bad", in: ".agent") == ["unknown-status"])
    #expect(try rules(repository.path).count == 2)
    #expect(try rules(".agent/exec_plans/registry.json") == [])
  }

  @Test func pathsAreSeenFromTheFolderOfThePerson() throws {
    let repository = try broken()
    let outcome = try repository.execplan(
      ["lint", "--no-history"], in: repository.path + "/.agent/exec_plans/bad")
    #expect(outcome.lines.contains { $0.hasPrefix("EP-20260101-003_bad.md:4:9: error: ") })
    #expect(outcome.lines.contains { $0.hasPrefix("../billing/EP-20260101-002_billing.md:") })
    let json = try repository.execplan(["lint", "--json"], in: repository.path + "/.agent")
    #expect(json.output.contains("\"\(Scratch.planPath(3, "bad"))\""))
  }

  @Test func hostileDocumentsStayOnTheirLine() throws {
    let repository = try clean()
    let value = "\"\\e[31m" + String(repeating: "x", count: 5000) + "\""
    try repository.writePlan(3, "bad", status: value)
    try repository.write("---\nid: EP-1\n---\n", to: ".agent/exec_plans/a\u{1B}[2J/EP-x.md")
    for format in ["text", "github"] {
      let outcome = try repository.execplan("lint --format \(format)")
      #expect(!outcome.output.contains("\u{1B}"))
      #expect(outcome.lines.allSatisfy { $0.count < 800 })
      #expect(outcome.output.contains("unknown-status"))
    }
  }

  @Test(arguments: [
    "EP-20260101-009", "EP-20260101-001/MS009", "nothing", "nothing.md", "file.txt",
  ])
  func whatIsNotThereIsAnError(word: String) throws {
    let repository = try clean()
    try repository.write("x\n", to: "file.txt")
    let outcome = try repository.execplan(["lint", word])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.hasPrefix("error: "))
  }

  @Test func aFileOutsideOfThePlansIsReadOnRequest() throws {
    let repository = try clean()
    try repository.write("---\na: @b\n---\n", to: "docs/idea.md")
    #expect(try rules(repository.execplan("lint --json")) == [])
    #expect(try rules(repository.execplan("lint --json docs/idea.md")) == ["invalid-front-matter"])
  }

  @Test func weightsAreConfigured() throws {
    let repository = try broken()
    try repository.git("config execplan.lint.unknown-status Off")
    #expect(try repository.execplan("lint").exitCode == 0)
    #expect(try repository.execplan("lint --fail-on-warn").exitCode == 1)
    try repository.git("config execplan.lint.date-order error")
    #expect(try repository.execplan("lint").exitCode == 1)
    // The registry's verdict is that of agentrules, whatever is configured.
    #expect(try repository.execplan("registry check").output.contains("[unknown-status]"))
    try repository.git("config execplan.lint.date-oder off")
    let warned = try repository.execplan("lint")
    #expect(
      warned.errors.hasPrefix(
        "warning: git config execplan.lint.date-oder names no rule; did you mean 'date-order'?\n"))
    try repository.git("config execplan.lint.date-order loud")
    let refused = try repository.execplan("lint")
    #expect(refused.exitCode == 2)
    #expect(
      refused.errors.contains(
        "git config execplan.lint.date-order is 'loud', not error, warn or off"))
  }

  @Test func aBareRepositoryIsLintedAtHead() throws {
    let repository = try broken()
    try repository.git("add --all")
    try repository.git("commit --quiet --no-verify -m broken")
    try repository.git(["clone", "--quiet", "--bare", ".", "../bare"])
    let bare = repository.surroundings + "/bare"
    let outcome = try repository.execplan(["lint", "--json"], in: bare)
    #expect(outcome.exitCode == 1)
    #expect(try rules(outcome) == ["unknown-status", "date-order"].sorted(by: >))
    #expect(try rules(repository.execplan(["lint", "--json", "auth"], in: bare)) == [])
  }

  @Test func anOutdatedRegistryIsAFinding() throws {
    let repository = try clean()
    try repository.write("{}\n", to: ".agent/exec_plans/registry.json")
    #expect(try rules(repository.execplan("lint --json")) == ["registry-outdated"])
    #expect(try rules(repository.execplan("lint --json auth")) == [])
  }

  @Test func githubShowsFindingsBesideTheirLines() throws {
    let repository = try broken()
    let outcome = try repository.execplan("lint --format github")
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.contains(
        "::error file=\(Scratch.planPath(3, "bad")),line=4,col=9,title=unknown-status::'begun' is"))
    #expect(outcome.lines.allSatisfy { $0.hasPrefix("::") })
  }

  @Test func sarifNamesPlacesAndRules() throws {
    let repository = try broken()
    let outcome = try repository.execplan("lint --format sarif")
    #expect(outcome.exitCode == 1)
    let log = try JSONDocument(outcome.output)
    #expect(log["version"].string == "2.1.0")
    let run = log["runs"][0]
    let rules = run["tool"]["driver"]["rules"].array.map { $0["id"].string }
    for result in run["results"].array {
      #expect(rules[try #require(result["ruleIndex"].integer)] == result["ruleId"].string)
    }
    #expect(run["results"].array.count == 2)
  }
}
