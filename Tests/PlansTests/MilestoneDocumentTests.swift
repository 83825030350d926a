import GitModel
import Plans
import Testing

struct MilestoneDocumentTests {
  private func read(_ text: String, at path: String) throws -> MilestoneDocument.ReadResult? {
    MilestoneDocument.read(path: try Fixtures.path(path), bytes: Array(text.utf8))
  }

  private func plan(_ id: String, at path: String) throws -> Plan {
    Plan(key: .id(try #require(PlanID(id))), path: try Fixtures.path(path), title: id)
  }

  @Test func milestonesAreReadFromFrontMatterAndName() throws {
    let text = "---\nid: EP-20260117-014/MS002\ntitle: \"Index\"\nstatus: done\n---\n# No\n"
    let path = ".agent/exec_plans/active/a/milestones/active/MS002_index.md"
    let found = try #require(try read(text, at: path))
    #expect(found.plan == PlanID("EP-20260117-014"))
    #expect(found.sequence == 2)
    #expect(found.title == "Index")
    #expect(!found.isFiledAway)
    let plan = try #require(found.plan)
    #expect(found.milestone(of: plan).isCompleted)
    #expect(found.milestone(of: plan).id.description == "EP-20260117-014/MS002")
  }

  @Test func disagreementsAreWarnings() throws {
    let path = ".agent/exec_plans/a/milestones/archive/2026/01/20/EP-20260117-014_MS002_x.md"
    let text = "---\nid: EP-20260117-015/MS003\n---\n"
    let found = try #require(try read(text, at: path))
    let rules = Linter(.withoutBodies).findings(in: found.source).map(\.rule).filter {
      $0 != "missing-key"
    }
    #expect(rules == ["milestone-mismatch", "milestone-mismatch"])
    #expect(found.isFiledAway)
    #expect(try read("# Bare\n", at: path)?.title == "Bare")
    #expect(try read("", at: path)?.title == "x")
    #expect(try read("", at: ".agent/exec_plans/a/EP-20260117-014.md") == nil)
  }

  @Test func milestonesFindTheirPlans() throws {
    let plans = [
      try plan("EP-20260117-001", at: ".agent/exec_plans/active/a/EP-20260117-001_a.md"),
      try plan("EP-20260117-002", at: ".agent/exec_plans/active/b/EP-20260117-002_b.md"),
      try plan("EP-20260117-003", at: ".agent/exec_plans/active/b/EP-20260117-003_b.md"),
    ]
    let milestones = [
      ("active/a/milestones/active/MS002_y.md", ""),
      ("active/a/milestones/complete/MS001_x.md", ""),
      ("active/a/milestones/active/EP-20260117-003_MS001.md", ""),
      ("active/b/milestones/active/MS001_of-nobody.md", ""),
      ("active/b/milestones/active/MS004.md", "---\nexecplan_id: EP-20260117-002\n---\n"),
    ]
    let documents = try milestones.compactMap { try read($0.1, at: ".agent/exec_plans/" + $0.0) }
    let found = PlanLayout.standard.associate(plans, documents)
    #expect(found[0].milestones.map(\.id.shortName) == ["MS001", "MS002"])
    #expect(found[0].milestones.map(\.isCompleted) == [true, false])
    #expect(found[1].milestones.map(\.id.shortName) == ["MS004"])
    #expect(found[2].milestones.map(\.id.shortName) == ["MS001"])
  }
}
