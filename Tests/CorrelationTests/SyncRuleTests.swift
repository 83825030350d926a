import GitModel
import Plans
import Testing

@testable import Correlation

@Suite struct SyncRuleTests {
  private func change(
    recorded: PlanStatus?, link: String = "", landed: Bool = true, key: PlanKey? = nil
  ) throws -> SyncRule.Change? {
    var story = Story([recorded])
    story.plans[0].links = [PlanLink(key: "pr", value: link)]
    if let key { story.plans[0].key = key }
    story.commit("r")
    story.commit("x", "r", message: "T\n\nExecPlan: \(story.plans[0].key)\n")
    story.commit("m", "r", "x", message: "Merge pull request #7 from o/x\n\nT\n")
    story.branch("main", landed ? "m" : "r")
    let today = try #require(CalendarDate("2026-02-03"))
    return SyncRule(forge: Forge(), today: today).change(for: story.tell().plan())
  }

  @Test("Drift and pull requests are written, with the day")
  func writes() throws {
    let change = try #require(try change(recorded: .planned))
    #expect(change.status == .done)
    #expect(change.pullRequests == "#7")
    #expect(change.updated.description == "2026-02-03")
  }

  @Test("A pull request alone is reason enough, a status alone too")
  func halves() throws {
    #expect(try change(recorded: .done)?.status == nil)
    #expect(try change(recorded: .done)?.pullRequests == "#7")
    #expect(try change(recorded: .active, link: "mine")?.pullRequests == nil)
    #expect(try change(recorded: .active, link: "mine")?.status == .done)
  }

  @Test("Nothing changes where nothing differs, or git knows nothing")
  func nothing() throws {
    #expect(try change(recorded: .done, link: "#7") == nil)
    #expect(try change(recorded: .active, landed: false) == nil)
    #expect(try change(recorded: nil) == nil)
  }

  @Test("Documents that are known by their path are left alone")
  func byPath() throws {
    let path = try #require(RepositoryPath("docs/plans/12-slug.md"))
    #expect(try change(recorded: .planned, key: .path(path)) == nil)
  }
}
