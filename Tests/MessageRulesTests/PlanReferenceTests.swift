import GitModel
import Plans
import Testing

@Suite struct PlanReferenceTests {
  private static func plan(_ text: String) -> PlanReference {
    PlanID(text).map { .plan($0) } ?? .malformed("test")
  }

  private static func path(_ text: String) -> PlanReference {
    RepositoryPath(text).map { .path($0) } ?? .malformed("test")
  }

  static let cases: [(String, [PlanReference])] = [
    ("EP-20260117-014", [plan("EP-20260117-014")]),
    (
      "EP-20260117-014, EP-20260117-015 EP-20260117-016",
      ["EP-20260117-014", "EP-20260117-015", "EP-20260117-016"].map(plan)
    ),
    (
      "EP-20260117-014/MS002",
      [MilestoneID("EP-20260117-014/MS002").map { .milestone($0) } ?? .malformed("test")]
    ),
    ("none", [.none(reason: nil)]), ("None", [.none(reason: nil)]),
    ("none (typo, only)", [.none(reason: "typo, only")]), ("none ()", [.none(reason: nil)]),
    ("none of them", [.malformed("none of them")]), ("nonesuch", [.malformed("nonesuch")]),
    ("docs/plans/12-slug.md", [path("docs/plans/12-slug.md")]),
    ("./docs/plans/12-slug.md", [path("docs/plans/12-slug.md")]),
    (
      "docs/plans/1-a.md, docs/plans/2-b.md",
      [path("docs/plans/1-a.md"), path("docs/plans/2-b.md")]
    ),
    ("<docs/a plan.md>", [path("docs/a plan.md")]), ("`docs/a.md`", [path("docs/a.md")]),
    ("[the plan](docs/a.md)", [path("docs/a.md")]),
    ("[EP-20260117-014](docs/a.md)", [plan("EP-20260117-014")]),
    ("`EP-20260117-014`, <EP-20260117-015>", [plan("EP-20260117-014"), plan("EP-20260117-015")]),
    ("../other/repo/docs/plans/3-c.md", [.foreign("../other/repo/docs/plans/3-c.md")]),
    ("owner/repo docs/plans/3-c.md", [.foreign("owner/repo docs/plans/3-c.md")]),
    ("owner/repo:docs/plans/3-c.md", [.foreign("owner/repo:docs/plans/3-c.md")]),
    ("https://x.y/docs/3-c.md", [.foreign("https://x.y/docs/3-c.md")]),
    ("EP-2026-01-17", [.malformed("EP-2026-01-17")]),
    ("EP-20260117-14", [.malformed("EP-20260117-14")]),
    ("ep-20260117-014", [.malformed("ep-20260117-014")]),
    ("EP-20260117-0145", [.malformed("EP-20260117-0145")]),
    ("EP-20260117-014 the login", [plan("EP-20260117-014"), .malformed("the login")]),
    ("/docs/a.md", [.malformed("/docs/a.md")]), ("docs/../a.md", [.malformed("docs/../a.md")]),
    (".git/a.md", [.malformed(".git/a.md")]), ("docs/.md", [.malformed("docs/.md")]),
    ("docs/a.txt", [.malformed("docs/a.txt")]), ("", [.malformed("")]),
    (" , ", [.malformed(",")]),
  ]

  @Test("A value is read as what it refers to", arguments: cases)
  func values(_ value: String, _ references: [PlanReference]) {
    #expect(PlanReference.references(inValue: value) == references)
  }

  @Test("Only the two keys refer to plans, in any case")
  func keys() {
    func count(_ key: String) -> Int {
      PlanReference.references(inValueOf: Trailer(key: key, value: "EP-20260117-014")).count
    }
    #expect(count("execplan") == 1)
    #expect(count("MILESTONE") == 1)
    #expect(count("Plan") == 0)
  }

  @Test("A milestone implies its plan")
  func planOfMilestone() {
    let reference = PlanReference.references(inValue: "EP-20260117-014/MS002").first
    #expect(reference?.planID == PlanID("EP-20260117-014"))
    #expect(PlanReference.foreign("x").planID == nil)
  }
}
