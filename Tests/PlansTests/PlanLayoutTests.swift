import GitModel
import Plans
import Testing

struct PlanLayoutTests {
  private let layout = PlanLayout(documentRoots: [RepositoryPath("docs/plans")].compactMap(\.self))

  private func path(_ text: String) throws -> RepositoryPath { try #require(RepositoryPath(text)) }

  /// Paths below `.agent/exec_plans`, the folder of the plan, and whether that is one of finished plans.
  @Test(arguments: [
    ("auth/EP-20260117-014_auth.md", "auth", false),
    ("active/auth/EP-20260117-014_auth.md", "active/auth", false),
    ("active/EP-20260117-014.md", "active", false),
    ("EP-20260117-014-x.md", "", false),
    (
      "complete/2026/01/20/EP-20260117-014_auth/EP-20260117-014_auth.md",
      "complete/2026/01/20/EP-20260117-014_auth", true
    ),
    ("archive/2026/01/20/auth/EP-20260117-014_auth.md", "archive/2026/01/20/auth", true),
    ("auth/complete/EP-20260117-014_auth.md", "auth/complete", true),
    ("auth/archive/EP-20260117-014_auth.md", "auth/archive", true),
    ("complete/2026/13/20/auth/EP-20260117-014_auth.md", "complete", false),
    ("active/complete/EP-20260117-014_auth.md", "active/complete", false),
    ("complete/EP-20260117-014_auth.md", "complete", false),
  ])
  func plansAreFoundInEveryLayout(below: String, folder: String, isFiledAway: Bool) throws {
    for root in PlanLayout.standardRoots {
      let path = try #require(root.appending(below))
      #expect(layout.classify(path) == .plan(PlanID("EP-20260117-014")))
      #expect(layout.planFolder(of: path) == (folder.isEmpty ? root : root.appending(folder)))
      #expect(layout.isFiledAway(path) == isFiledAway)
      #expect(layout.isStrict(path))
    }
  }

  @Test(arguments: [
    ("auth/milestones/active/MS002_x.md", "auth", false),
    ("active/auth/milestones/archive/2026/01/20/MS002.md", "active/auth", false),
    ("active/milestones/active/MS002.md", "active", false),
    ("complete/2026/01/20/a/milestones/complete/MS002-x.md", "complete/2026/01/20/a", false),
    ("auth/complete/milestones/active/MS002_x.md", "auth/complete", false),
    ("auth/milestones/active/EP-20260117-014_MS002_auth.md", "auth", true),
  ])
  func milestonesAreFoundInEveryLayout(below: String, folder: String, carriesID: Bool) throws {
    let root = try path(".agents/exec_plans")
    let id = carriesID ? MilestoneID("EP-20260117-014/MS002") : nil
    let planFolder = try #require(root.appending(folder))
    #expect(
      layout.classify(try #require(root.appending(below)))
        == .milestone(id, sequence: 2, planFolder: planFolder))
  }

  @Test(arguments: [
    (".agent/exec_plans/registry.json", PlanPathKind.registry),
    (".agent/exec_plans/auth/registry.json", .otherPlanFile),
    (".agent/exec_plans/auth/notes.md", .otherPlanFile),
    (".agent/exec_plans/auth/EP-draft.md", .plan(nil)),
    (".agent/exec_plans/auth/EP-20260117-0145.md", .plan(nil)),
    (".agent/exec_plans/auth/EP-20260117-014.txt", .otherPlanFile),
    (".agent/exec_plans/auth/milestones/active/MS2.md", .otherPlanFile),
    (".agent/exec_plans/auth/milestones/active/MS002_.md", .otherPlanFile),
    ("docs/plans/12-cache.md", .document),
    ("docs/plans/README.md", .otherPlanFile),
    ("docs/plans/cover.png", .otherPlanFile),
    ("docs/plans/EP-20260117-014_auth.md", .plan(PlanID("EP-20260117-014"))),
  ])
  func otherPathsAreTold(text: String, kind: PlanPathKind) throws {
    #expect(layout.classify(try path(text)) == kind)
  }

  @Test(arguments: ["README.md", ".agent/PLANS.md", "docs/plans.md", ".agent/exec_plans"])
  func pathsOutsideAreNone(text: String) throws {
    #expect(layout.classify(try path(text)) == nil)
  }

  /// Of folders that lie in each other the innermost counts.
  @Test(arguments: [
    ("docs/EP-20260117-014.md", true), ("docs/plans/EP-20260117-014.md", false),
    ("docs/plans/strict/EP-20260117-014.md", true), (".agent/exec_plans/EP-20260117-014.md", true),
    ("other/EP-20260117-014.md", false),
  ])
  func rootsMayBeConfigured(text: String, isStrict: Bool) throws {
    let layout = PlanLayout(
      homes: [try path("docs"), try path("docs/plans/strict")],
      documentRoots: [try path("docs/plans")])
    #expect(layout.isStrict(try path(text)) == isStrict)
    #expect(layout.roots.count == 4)
    #expect(PlanLayout(homes: PlanLayout.standardRoots).roots == PlanLayout.standardRoots)
  }
}

struct PlanNameTests {
  @Test(arguments: [
    ("Auth Refresh", "auth-refresh"), ("  --Über_Größe!! (v2) ", "ber_gr-e-v2"), ("日本", ""),
    ("a__b--c", "a__b-c"), ("_x_", "x"), ("A\tB\nC", "a-b-c"), ("", ""),
  ])
  func slugsAreMadeAsAgentrulesDoes(title: String, slug: String) {
    #expect(PlanSlug.make(from: title) == slug)
  }

  @Test func sequencesFollowTheHighestOfTheDay() throws {
    let day = try #require(CalendarDate("2026-01-17"))
    let taken = ["EP-20260117-003", "EP-20260118-009", "EP-20260117-001"].compactMap { PlanID($0) }
    #expect(PlanSequence.next(day, among: taken) == PlanID("EP-20260117-004"))
    #expect(PlanSequence.next(day, among: []) == PlanID("EP-20260117-001"))
    #expect(PlanSequence.next(day, among: [try #require(PlanID("EP-20260117-999"))]) == nil)
  }
}
