import GitModel
import Plans
import Testing

@testable import Correlation

@Suite struct LinkBranchTests {
  /// r - a - b (p1) - c - d (p2), main at r.
  private func line() -> Story {
    var story = Story()
    story.commit("r")
    story.commit("a", "r")
    story.commit("b", "a")
    story.commit("c", "b")
    story.commit("d", "c")
    story.branch("main", "r")
    return story
  }

  @Test("A branch holds what the target lacks, by its name or by configuration")
  func byNameAndConfiguration() {
    var story = line()
    story.branch("feature/EP-20260101-001-x", "b")
    #expect(story.tell().links(1) == ["a": "branch", "b": "branch"])
    story = line()
    story.branch("work", "b", .init(plans: [.plan(Story.id(1))]))
    #expect(story.tell().links(1) == ["a": "branch", "b": "branch"])
    story = line()
    story.branch("work", "b")
    #expect(story.tell().links(1).isEmpty)
  }

  @Test("Configuration speaks louder than the name")
  func configurationWins() {
    var story = line()
    story.branch("EP-20260101-001-x", "b", .init(plans: [.plan(Story.id(2))]))
    let told = story.tell()
    #expect(told.links(1).isEmpty)
    #expect(Set(told.links(2).keys) == ["a", "b"])
  }

  @Test("A stacked branch's base keeps its own commits")
  func stacked() {
    var story = line()
    story.branch("EP-20260101-001", "b")
    story.branch("EP-20260101-002", "d")
    let told = story.tell()
    #expect(Set(told.links(1).keys) == ["a", "b"])
    #expect(Set(told.links(2).keys) == ["c", "d"])
  }

  @Test("A base without a plan keeps its own commits too")
  func stackedOnOther() {
    var story = line()
    story.branch("develop", "b")
    story.branch("EP-20260101-002", "d")
    #expect(Set(story.tell().links(2).keys) == ["c", "d"])
  }

  @Test("A fresh branch cut from the middle of another takes nothing away")
  func freshBranch() {
    var story = line()
    story.branch("EP-20260101-001", "d")
    story.branch("EP-20260101-002", "b", .init(base: "b"))
    let told = story.tell()
    #expect(Set(told.links(1).keys) == ["a", "b", "c", "d"])
    #expect(told.links(2).isEmpty)
    #expect(told.branches(2) == ["EP-20260101-002": "empty"])
  }

  @Test("Two branches of one plan share their commits")
  func samePlan() {
    var story = line()
    story.branch("EP-20260101-001-a", "b")
    story.branch("EP-20260101-001-b", "d")
    #expect(Set(story.tell().links(1).keys) == ["a", "b", "c", "d"])
  }

  @Test("A branch and its upstream are one, whichever is ahead")
  func upstream() {
    var story = line()
    story.branch("EP-20260101-001", "b", .init(upstreamTip: "d"))
    #expect(Set(story.tell().links(1).keys) == ["a", "b", "c", "d"])
    #expect(story.tell().branches(1) == ["EP-20260101-001": "open 4"])
    story = line()
    story.branch("EP-20260101-001", "d", .init(upstreamTip: "b"))
    #expect(Set(story.tell().links(1).keys) == ["a", "b", "c", "d"])
  }

  @Test("A commit that says what it belongs to keeps it on another plan's branch")
  func foreignTrailer() {
    var story = Story()
    story.commit("r")
    story.commit("a", "r", message: "T\n\nExecPlan: EP-20260101-002\n")
    story.commit("b", "a", message: "T\n\nExecPlan: none\n")
    story.commit("c", "b", message: "T\n\nExecPlan: EP-20260101-001\n")
    story.branch("main", "r")
    story.branch("EP-20260101-001", "c")
    let told = story.tell()
    #expect(told.links(1) == ["c": "trailer+branch"])
    #expect(told.links(2) == ["a": "trailer"])
    #expect(told.branches(2) == ["EP-20260101-001": "open 3 (by commits)"])
  }
}
