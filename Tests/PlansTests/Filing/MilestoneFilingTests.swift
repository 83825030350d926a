import GitModel
import Testing

@testable import Plans

@Suite struct MilestoneFilingTests {
  private static let folder = ".agent/exec_plans/auth"

  private func filing(
    _ style: PlanFiling.Style, isShared: Bool = false, _ present: [String] = []
  ) throws -> MilestoneFiling {
    MilestoneFiling(
      planFolder: try #require(RepositoryPath(Self.folder)), style: style, isShared: isShared,
      present: try present.map { try #require(RepositoryPath("\(Self.folder)/milestones/\($0)")) })
  }

  @Test(
    "A new milestone is named like the others of its plan, else as the style has it",
    arguments: [
      (PlanFiling.Style.bySlug, false, [], "EP-20260117-014_MS002_x.md"),
      (.byState, false, [], "MS002_x.md"),
      (.byState, true, [], "EP-20260117-014_MS002_x.md"),
      (.bySlug, false, ["active/MS001_a.md"], "MS002_x.md"),
      (.bySlug, true, ["active/MS001_a.md"], "EP-20260117-014_MS002_x.md"),
      (.byState, false, ["complete/EP-20260117-014_MS001_a.md"], "EP-20260117-014_MS002_x.md"),
    ])
  func names(
    _ style: PlanFiling.Style, _ isShared: Bool, _ present: [String], _ name: String
  ) throws {
    let id = try #require(MilestoneID("EP-20260117-014/MS002"))
    let path = try filing(style, isShared: isShared, present).newPath(id, slug: "x")
    #expect(path?.description == "\(Self.folder)/milestones/active/\(name)")
  }

  @Test(
    "A completed milestone goes to the archive of its day, or where agentrules puts it",
    arguments: [
      (PlanFiling.Style.bySlug, [], "archive/2026/02/03/MS001_a.md"),
      (.byState, [], "complete/MS001_a.md"),
      (.bySlug, ["complete/MS000_z.md"], "complete/MS001_a.md"),
      (.bySlug, ["archive/2026/01/01/MS000_z.md"], "archive/2026/02/03/MS001_a.md"),
    ])
  func completed(_ style: PlanFiling.Style, _ present: [String], _ place: String) throws {
    let day = try #require(CalendarDate("2026-02-03"))
    let path = try #require(RepositoryPath("\(Self.folder)/milestones/active/MS001_a.md"))
    let target = try filing(style, present).completedPath(of: path, on: day)
    #expect(target?.description == "\(Self.folder)/milestones/\(place)")
  }

  @Test(
    "One that is filed away stays",
    arguments: ["milestones/complete/MS001.md", "milestones/archive/2026/01/01/MS001.md"])
  func filedAway(_ place: String) throws {
    let day = try #require(CalendarDate("2026-02-03"))
    let path = try #require(RepositoryPath("\(Self.folder)/\(place)"))
    #expect(try filing(.bySlug).completedPath(of: path, on: day) == nil)
  }
}
