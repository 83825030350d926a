import TestSupport
import Testing

/// One broken document is named with its place and does not hide the others.
struct BrokenDocumentTests {
  private typealias Scratch = ScratchRepository
  private let path = ScratchRepository.planPath(2, "broken")

  /// Makes a good plan and one whose front matter breaks off in its fourth line.
  private func broken() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth", "broken")
    _ = try repository.succeeding(repository.execplan("registry build"))
    let text = "---\nid: \(Scratch.planID(2))\ntitle: x\nstatus: [planned\nkind: feature\n---\n"
    try repository.commit("break", file: path, text: text)
    return repository
  }

  @Test(arguments: ["status", "list", "sync"])
  func readingNamesFileAndLineAndGoesOn(command: String) throws {
    let repository = try broken()
    let outcome = try repository.execplan(command)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.hasPrefix("warning: "))
    if command == "sync" {
      #expect(outcome.errors.contains("registry.json is not updated"))
    } else {
      #expect(outcome.output.contains(Scratch.planID(1)))
      #expect(outcome.errors.contains("\(path):4:") || outcome.errors.contains("\(path):5:"))
    }
  }

  @Test func theRegistryIsNotWrittenAndTheCheckSaysWhere() throws {
    let repository = try broken()
    let before = try repository.snapshot()
    for command in ["build", "update", "check"] {
      let outcome = try repository.execplan("registry \(command)")
      #expect(outcome.exitCode == (command == "check" ? 1 : 2))
      #expect(outcome.output.contains("\(path):"))
    }
    let outcome = try repository.execplan("registry check --json")
    #expect(outcome.exitCode == 1)
    let findings = try JSONDocument(outcome.output)["findings"].array
    let finding = try #require(findings.first { $0["severity"].string == "error" })
    #expect(finding["path"].string == path)
    #expect([4, 5].contains(finding["line"].integer))
    #expect(try repository.snapshot().differences(from: before).isEmpty)
  }

  @Test func aBrokenPlanCannotBeStarted() throws {
    let repository = try broken()
    let before = try repository.snapshot()
    let outcome = try repository.execplan(["start", Scratch.planID(2)])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("\(path):"))
    #expect(outcome.errors.hasPrefix("error: "))
    #expect(try repository.snapshot().differences(from: before).isEmpty)
  }

  @Test func theOthersAreSyncedThoughOneIsBroken() throws {
    let repository = try broken()
    try repository.work("one", plan: 1)
    try repository.work("two", plan: 2)
    let document = try repository.read(path)
    #expect(try repository.execplan("sync").exitCode == 0)
    #expect(try repository.read(Scratch.planPath(1, "auth")).contains("status: done\n"))
    #expect(try repository.read(path) == document)
  }

  @Test func everyProblemIsReportedAtOnce() throws {
    let repository = try ScratchRepository()
    try repository.write(
      "---\nid: \(Scratch.planID(1))\ntitle: \"\"\nstatus: begun\nkind: toy\n---\n",
      to: Scratch.planPath(1, "auth"))
    let outcome = try repository.execplan("registry check --json")
    #expect(outcome.exitCode == 1)
    let findings = try JSONDocument(outcome.output)["findings"].array
    let lines = Set(findings.compactMap { $0["line"].integer })
    #expect(lines.isSuperset(of: [3, 4, 5]))
    #expect(findings.filter { $0["severity"].string == "error" }.count >= 3)
  }
}
