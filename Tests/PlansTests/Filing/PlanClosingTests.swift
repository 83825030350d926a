import GitModel
import Testing

@testable import Plans

@Suite struct PlanClosingTests {
  private static let root = ".agent/exec_plans"

  private func path(_ text: String) throws -> RepositoryPath {
    try #require(RepositoryPath("\(Self.root)/\(text)"))
  }

  /// What closing the plan at `place` moves, as `from > to` below the root.
  private func moves(
    _ place: String, as status: PlanStatus, _ style: PlanFiling.Style, others: [String] = [],
    milestones: [String] = [], recorded: PlanStatus = .active
  ) throws -> [String] {
    let id = try #require(PlanID("EP-20260117-014"))
    var plan = Plan(key: .id(id), path: try path(place), title: "T")
    plan.status = recorded
    plan.milestones = try milestones.enumerated().map { number, place in
      Milestone(
        id: MilestoneID(plan: id, sequence: number + 1), path: try path(place), title: "",
        status: nil, isFiledAway: false)
    }
    let closing = PlanClosing(
      plan, as: status, on: try #require(CalendarDate("2026-02-03")),
      among: try ([place] + others + milestones).map(path),
      filing: PlanFiling(root: try #require(RepositoryPath(Self.root)), style: style),
      layout: .standard)
    let prefix = Self.root.count + 1
    if let move = closing.moves.first(where: { plan.path.moved(from: $0.from, to: $0.to) != nil }) {
      #expect(plan.path.moved(from: move.from, to: move.to) == closing.path)
    } else {
      #expect(closing.path == plan.path)
    }
    return closing.moves.map {
      "\($0.from.description.dropFirst(prefix)) > \($0.to.description.dropFirst(prefix))"
    }
  }

  private static let file = "EP-20260117-014_auth.md"

  @Test("A plan that is done stays with its slug, or moves under its day")
  func done() throws {
    #expect(try moves("auth/\(Self.file)", as: .done, .bySlug) == [])
    #expect(
      try moves("active/auth/\(Self.file)", as: .done, .byState)
        == ["active/auth > complete/2026/02/03/EP-20260117-014_auth"])
  }

  @Test("An archived plan moves in either style", arguments: [PlanFiling.Style.bySlug, .byState])
  func archived(_ style: PlanFiling.Style) throws {
    #expect(
      try moves("auth/\(Self.file)", as: .archived, style)
        == ["auth > archive/2026/02/03/EP-20260117-014_auth"])
  }

  @Test(
    "A plan that is filed away stays there",
    arguments: [
      "complete/2026/01/01/x", "archive/2026/01/01/x", "auth/complete", "auth/archive/2026",
    ])
  func filedAway(_ folder: String) throws {
    #expect(try moves("\(folder)/\(Self.file)", as: .archived, .byState) == [])
  }

  @Test("From a folder that plans share only the plan's own files move")
  func shared() throws {
    let own = "auth/milestones/active/EP-20260117-014_MS001_a.md"
    #expect(
      try moves(
        "auth/\(Self.file)", as: .done, .byState,
        others: ["auth/EP-20260118-001_b.md"], milestones: [own])
        == [
          "auth/\(Self.file) > complete/2026/02/03/EP-20260117-014_auth/\(Self.file)",
          "\(own) > complete/2026/02/03/EP-20260117-014_auth/milestones/active/"
            + "EP-20260117-014_MS001_a.md",
        ])
    #expect(
      try moves(
        "auth/\(Self.file)", as: .archived, .bySlug,
        others: ["auth/milestones/active/EP-20260118-001_MS001_b.md"]
      ).count == 1)
  }

  @Test("Folders of the layout itself never move")
  func layoutFolders() throws {
    #expect(
      try moves("active/\(Self.file)", as: .done, .byState)
        == ["active/\(Self.file) > complete/2026/02/03/EP-20260117-014_active/\(Self.file)"])
    #expect(
      try moves(Self.file, as: .archived, .bySlug)
        == ["\(Self.file) > archive/2026/02/03/EP-20260117-014_auth/\(Self.file)"])
    #expect(
      try moves("EP-20260117-014.md", as: .archived, .bySlug)
        == ["EP-20260117-014.md > archive/2026/02/03/EP-20260117-014_plan/EP-20260117-014.md"])
  }

  @Test("Status and date change together, and neither where nothing does")
  func changes() throws {
    let id = try #require(PlanID("EP-20260117-014"))
    let day = try #require(CalendarDate("2026-02-03"))
    var plan = Plan(key: .id(id), path: try path("auth/\(Self.file)"), title: "T")
    func closing(_ status: PlanStatus) -> PlanClosing {
      PlanClosing(plan, as: status, on: day, among: [plan.path], filing: nil, layout: .standard)
    }
    plan.status = .active
    #expect(closing(.done).changes == [.status(.done), .updated(day)])
    plan.updated = day
    #expect(closing(.done).changes == [.status(.done)])
    plan.status = .done
    plan.updated = nil
    #expect(closing(.done).isDone)
    #expect(closing(.archived).changes == [.status(.archived), .updated(day)])
  }
}
