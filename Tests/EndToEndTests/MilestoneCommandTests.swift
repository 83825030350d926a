import Foundation
import TestSupport
import Testing

/// `milestone new|list|complete`.
struct MilestoneCommandTests {
  private typealias Scratch = ScratchRepository
  private let active = ".agent/exec_plans/auth/milestones/active"
  private let archive = ".agent/exec_plans/auth/milestones/archive/2026/02/03"

  @Test func aMilestoneIsMadeAsTheFormatSays() throws {
    let repository = try Scratch.withPlans("auth")
    let made = try repository.json(
      "milestone", "new", "auth", "Store: the \"expiry\"", "--risk", "high", "--tag", "db",
      "--date", "2026-02-03")
    let path = "\(active)/EP-20260101-001_MS001_store-the-expiry.md"
    #expect(made["id"].string == "EP-20260101-001/MS001")
    #expect(made["plan"].string == "EP-20260101-001")
    #expect(made["path"].string == path)
    let text = try repository.read(path)
    #expect(
      text.hasPrefix(
        """
        ---
        id: EP-20260101-001/MS001
        execplan_id: EP-20260101-001
        ms: 1
        title: "Store: the \\"expiry\\""
        status: planned
        domain: backend
        owner: "@mara"
        created: 2026-02-03
        updated: 2026-02-03
        tags: [db]
        risk: high

        """))
    #expect(text.contains("\n# Store: the \"expiry\"\n"))
    let lint = try repository.execplan("lint \(path)")
    #expect(lint.exitCode == 0 && !lint.output.contains("warning"), "\(lint.output)")
  }

  @Test func numbersOfFinishedMilestonesAndOtherBranchesAreTaken() throws {
    let repository = try Scratch.withPlans("auth")
    let id = Scratch.planID(1)
    try repository.write("# Old\n", to: "\(archive)/\(id)_MS003_old.md")
    try repository.commit("milestone", file: "a")
    try repository.git("switch --quiet -c other")
    // A file without the plan's ID belongs to the plan of its folder.
    try repository.write("# Other\n", to: "\(active)/MS006.md")
    try repository.commit("milestone", file: "b")
    try repository.git("switch --quiet main")
    #expect(try repository.json("milestone", "new", id, "A")["id"].string == "\(id)/MS007")
    try repository.git("worktree add --quiet ../linked other")
    try repository.write("# Linked\n", to: "../linked/\(active)/MS010.md")
    #expect(try repository.json("milestone", "new", id, "B")["id"].string == "\(id)/MS011")
  }

  @Test func theRepositorysOwnTemplateIsFilled() throws {
    let repository = try Scratch.withPlans("auth")
    let template = ".agent/templates/MILESTONE_TEMPLATE.md"
    try repository.write(
      "---\nid: {{id}}\nms: {{number}}\n---\n# {{title}}: {{plan}}\n", to: template)
    let made = try repository.json("milestone", "new", "auth", "Own")
    #expect(
      try repository.read(made["path"].string ?? "")
        == "---\nid: EP-20260101-001/MS001\nms: 1\n---\n# Own: EP-20260101-001\n")
    // One without the mark is for reading.
    try repository.write("# Copy me\n", to: template)
    let next = try repository.json("milestone", "new", "auth", "Next")
    #expect(try repository.read(next["path"].string ?? "").contains("\nms: 2\n"))
  }

  @Test func completingMovesAndKeepsEveryOtherByte() throws {
    let repository = try Scratch.withPlans("auth")
    let id = Scratch.planID(1)
    let name = "\(id)_MS001_a.md"
    let text =
      "---\r\nid: \(id)/MS001\r\nstatus: 'planned'  # so far\r\nupdated: \"2026-01-01\"\r\n---\r\n# A\r\n"
    try repository.write(text, to: "\(active)/\(name)")
    let done = try repository.json("milestone", "complete", "\(id)/MS001", "--date", "20260203")
    #expect(done["path"].string == "\(archive)/\(name)")
    #expect(done["previous_path"].string == "\(active)/\(name)")
    #expect(done["recorded"].string == "planned")
    #expect(done["written"].boolean == true)
    #expect(
      try repository.read("\(archive)/\(name)")
        == text.replacingOccurrences(of: "'planned'", with: "'completed'")
        .replacingOccurrences(of: "2026-01-01", with: "2026-02-03"))
    let before = try repository.snapshot()
    let again = try repository.json("milestone", "complete", "auth", "1")
    #expect(again["written"].boolean == false)
    #expect(again["previous_path"].isNull)
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test func aDryRunChangesNothing() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writeMilestone(1, "auth")
    let before = try repository.snapshot()
    let outcome = try repository.execplan("milestone complete auth MS001 --dry-run")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("active → completed"))
    #expect(outcome.output.contains("would move"))
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test func listsAreOfOnePlanOrAll() throws {
    let repository = try Scratch.withPlans("auth", "billing")
    try repository.writeMilestone(1, "auth")
    try repository.writeMilestone(2, "billing", status: "completed")
    let all = try repository.json("milestone", "list")["milestones"]
    #expect(
      all.array.map { $0["id"].string } == ["EP-20260101-001/MS001", "EP-20260101-002/MS001"])
    #expect(all.element("EP-20260101-002/MS001")["completed"].boolean == true)
    let own = try repository.json("milestone", "list", "billing")["milestones"]
    #expect(own.array.map { $0["plan"].string } == ["EP-20260101-002"])
    let open = try repository.json("milestone", "list", "--open")["milestones"]
    #expect(open.array.map { $0["status"].string } == ["active"])
    #expect(
      try repository.execplan("milestone list auth").lines.last?.hasSuffix("First part") == true)
  }

  @Test(
    arguments: [
      ("milestone new none Title", "there is no plan 'none'"),
      ("milestone new billing Title", "the plan EP-20260101-002 is closed"),
      ("milestone complete auth MS009", "has no milestone MS009"),
      ("milestone complete auth MSX", "'MSX' is no milestone of EP-20260101-001"),
      ("milestone complete auth", "names a plan and no milestone"),
      ("milestone complete EP-20260101-002/MS001", "has no milestone MS001"),
      ("milestone complete auth MS001 --date 2025-12-31", "was created on 2026-01-01"),
      ("milestone new auth ---", "gives no slug"),
    ])
  func whatCannotBeIsRefused(_ words: String, _ message: String) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.writePlan(2, "billing", status: "done")
    try repository.write(
      "---\nid: EP-20260101-001/MS001\ncreated: 2026-01-01\n---\n",
      to: "\(active)/EP-20260101-001_MS001_a.md")
    let before = try repository.snapshot()
    let arguments = words.split(separator: " ").map(String.init)
    let outcome = try repository.execplan(
      arguments.contains("---") ? ["milestone", "new", "auth", "…"] : arguments)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test func aMilestoneWithoutFrontMatterIsCompletedByItsFolder() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.write("# Bare\n", to: "\(active)/MS001_bare.md")
    let done = try repository.json("milestone", "complete", "auth", "MS001", "--date", "2026-02-03")
    #expect(done["path"].string == "\(archive)/MS001_bare.md")
    #expect(try repository.read("\(archive)/MS001_bare.md") == "# Bare\n")
  }
}
