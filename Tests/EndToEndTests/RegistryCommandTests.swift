import Foundation
import TestSupport
import Testing

/// `registry build|update|check` under both names of the program.
struct RegistryCommandTests {
  private typealias Scratch = ScratchRepository
  private let path = ".agent/exec_plans/registry.json"

  /// One of the two names with the words that mean the registry.
  enum Name: String, CaseIterable, CustomTestStringConvertible {
    case execplan = "git-execplan"
    case agentrules

    var testDescription: String { rawValue }
    /// The exit code of a check of documents that break the format.
    var errorCode: Int32 { self == .execplan ? 1 : 2 }

    func run(_ words: String, in repository: ScratchRepository) throws -> CommandOutcome {
      let arguments = words.split(separator: " ").map(String.init)
      guard self == .agentrules else { return try repository.execplan(["registry"] + arguments) }
      return try repository.agentrules(["execplan-registry"] + arguments)
    }
  }

  @Test(arguments: Name.allCases)
  func buildingUpdatingAndCheckingAgree(name: Name) throws {
    let repository = try Scratch.withPlans("auth", "billing")
    #expect(try name.run("check", in: repository).exitCode == 0)
    #expect(try name.run("check --fail-on-warn", in: repository).exitCode == 1)
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/" + path))
    #expect(try name.run("build", in: repository).exitCode == 0)
    let built = try repository.read(path)
    #expect(try name.run("check --fail-on-warn", in: repository).exitCode == 0)

    try repository.writePlan(2, "billing", status: "active")
    #expect(try name.run("check --fail-on-warn", in: repository).exitCode == 1)
    #expect(try repository.read(path) == built)
    #expect(try name.run("update", in: repository).exitCode == 0)
    let plans = try JSONDocument(repository.read(path))["plans"]
    #expect(plans.element(Scratch.planID(2))["status"].string == "active")
    #expect(try name.run("check --fail-on-warn", in: repository).exitCode == 0)
    let before = try repository.snapshot()
    #expect(try name.run("update", in: repository).exitCode == 0)
    #expect(try name.run("build", in: repository).exitCode == 0)
    #expect(try repository.snapshot().differences(from: before).isEmpty)
  }

  @Test(arguments: Name.allCases)
  func documentsWithErrorsLeaveTheRegistryAlone(name: Name) throws {
    let repository = try Scratch.withPlans("auth")
    _ = try name.run("build", in: repository)
    let before = try repository.read(path)
    try repository.writePlan(2, "bad", status: "begun")
    for command in ["check", "build", "update"] {
      let outcome = try name.run(command, in: repository)
      // What a check finds are findings; a registry that cannot be written could not be done.
      #expect(outcome.exitCode == (command == "check" ? name.errorCode : 2), "\(command)")
      #expect((outcome.output + outcome.errors).contains(Scratch.planPath(2, "bad") + ":4:"))
    }
    #expect(try repository.read(path) == before)
  }

  @Test(arguments: Name.allCases)
  func aMissingFolderIsAnError(name: Name) throws {
    let repository = try Scratch.withPlans()
    for command in ["build", "update", "check"] {
      let outcome = try name.run(command, in: repository)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.hasPrefix("error: there is no folder .agent/exec_plans\n"))
    }
    #expect(try repository.git("status --porcelain").isEmpty)
  }

  @Test(arguments: Name.allCases)
  func warningsCountOnRequestOnly(name: Name) throws {
    let repository = try Scratch.withPlans("auth")
    // Archived, but not filed away: agentrules warns of that.
    try repository.writePlan(1, "auth", status: "archived")
    #expect(try name.run("build", in: repository).exitCode == 0)
    let check = try name.run("check", in: repository)
    #expect(check.exitCode == 0)
    #expect(check.output.contains("warning: "))
    #expect(try name.run("check --fail-on-warn", in: repository).exitCode == 1)
    #expect(try name.run("update --fail-on-warn", in: repository).exitCode == 1)
  }

  @Test(arguments: Name.allCases)
  func milestonesWithoutTheirPlanAreWarnings(name: Name) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writeMilestone(1, "auth")
    #expect(try name.run("build --fail-on-warn", in: repository).exitCode == 0)
    try repository.writeMilestone(2, "billing")
    let check = try name.run("check", in: repository)
    #expect(check.exitCode == 0)
    #expect(check.output.contains("[orphan-milestone]"))
    #expect(try name.run("check --fail-on-warn", in: repository).exitCode == 1)
  }

  @Test func theFileHasTheFormOfAgentrules() throws {
    let repository = try ScratchRepository()
    try repository.writePlan(1, "auth", title: #""Ünïcode 🎉 \"q\"""#)
    _ = try repository.succeeding(repository.execplan("registry build"))
    #expect(
      try repository.read(path) == #"""
        {
          "plans": [
            {
              "breaking": null,
              "created": "2026-01-01",
              "depends_on": [],
              "domain": "backend",
              "id": "EP-20260101-001",
              "kind": "feature",
              "links": {
                "issue": "",
                "pr": ""
              },
              "migration": null,
              "owner": "@mara",
              "path": ".agent/exec_plans/auth/EP-20260101-001_auth.md",
              "risk": null,
              "status": "planned",
              "supersedes": [],
              "tags": [],
              "title": "\u00dcn\u00efcode \ud83c\udf89 \"q\"",
              "touches": [],
              "updated": "2026-01-01"
            }
          ],
          "schema_version": 1
        }

        """#)
  }

  @Test func theOtherNameMakesTheSamePlans() throws {
    let repository = try ScratchRepository()
    _ = try repository.json("init")
    let outcome = try repository.agentrules(
      ["execplan", "new", "Auth refresh", "--slug", "auth", "--date", "20260117"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("EP-20260117-001"))
    let plan = try repository.json("list")["plans"][0]
    #expect(plan["id"].string == "EP-20260117-001")
    #expect(plan["owner"].string == "@codex")
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
    #expect(try repository.agentrules(["status"]).exitCode == 2)
  }
}
