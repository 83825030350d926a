import GitModel
import Plans
import Testing

@testable import Correlation

@Suite struct ReleaseMapTests {
  private let one = "T\n\nExecPlan: EP-20260101-001\n"
  private let two = "T\n\nExecPlan: EP-20260101-002\n"

  @Test("Releases in a row: partial, completed, unplanned and unreleased")
  func row() {
    var story = Story()
    story.commit("a", message: one)
    story.commit("b", "a")
    story.commit("c", "b", message: one)
    story.commit("d", "c", message: two)
    story.branch("main", "d")
    story.tag("v1", "a")
    story.tag("v2", "c")
    let told = story.tell()
    #expect(
      told.releases() == [
        "v1 after nothing: 1 partial 1/2, 0 unplanned", "v2 after v1: 1 completed 2/2, 1 unplanned",
      ])
    #expect(
      told.answers.unreleased().map(Told.line)
        == "unreleased after v2: 2 completed 1/1, 0 unplanned")
    #expect(told.plan(1).firstRelease == "v1")
    #expect(told.plan(2).firstRelease == nil)
  }

  @Test("The counts know of open work")
  func openWork() {
    var story = Story()
    story.commit("a", message: one)
    story.commit("b", "a", message: one)
    story.branch("main", "a")
    story.branch("work", "b")
    story.tag("v1", "a")
    #expect(story.tell().releases() == ["v1 after nothing: 1 partial 1/2, 0 unplanned"])
  }

  @Test("Twin tags hold the same, and the release after them follows one of them")
  func twins() {
    var story = Story()
    story.commit("a", message: one)
    story.commit("b", "a", message: two)
    story.branch("main", "b")
    story.tag("v1", "a", time: 10)
    story.tag("v1.0", "a", time: 20)
    story.tag("v2", "b")
    let lines = story.tell().releases()
    #expect(
      lines.prefix(2) == [
        "v1 after nothing: 1 completed 1/1, 0 unplanned",
        "v1.0 after nothing: 1 completed 1/1, 0 unplanned",
      ])
    #expect(lines[2].hasSuffix("2 completed 1/1, 0 unplanned"))
    #expect(story.tell().plan(1).firstRelease == "v1")
  }

  @Test("Parallel release branches both hold what no ancestor of theirs released")
  func parallel() {
    // r(v1) - a - b(v2)     and     a - p(v1.1)
    var story = Story()
    story.commit("r")
    story.commit("a", "r", message: one)
    story.commit("p", "a", message: two)
    story.commit("b", "a")
    story.branch("main", "b")
    story.branch("release/1", "p")
    story.tag("v1", "r")
    story.tag("v1.1", "p")
    story.tag("v2", "b")
    let told = story.tell()
    #expect(
      told.releases() == [
        "v1 after nothing: 1 unplanned",
        "v1.1 after v1: 1 completed 1/1, 2 partial 1/1, 0 unplanned",
        "v2 after v1: 1 completed 1/1, 1 unplanned",
      ])
  }

  @Test("A release that merges another holds neither what it nor its ancestors hold")
  func merged() {
    // r(v1) - a(v1.1) - m(v2) ; r - b - m
    var story = Story()
    story.commit("r", message: one)
    story.commit("a", "r", message: one)
    story.commit("b", "r", message: two)
    story.commit("m", "b", "a")
    story.branch("main", "m")
    story.tag("v1", "r")
    story.tag("v1.1", "a")
    story.tag("v2", "m")
    #expect(
      story.tell().releases() == [
        "v1 after nothing: 1 partial 1/2, 0 unplanned",
        "v1.1 after v1: 1 completed 2/2, 0 unplanned",
        "v2 after v1.1: 2 completed 1/1, 0 unplanned",
      ])
  }

  @Test("Upkeep alone lists no plan, and is not unplanned either")
  func upkeep() {
    var story = Story()
    story.commit("a", message: one)
    story.commit("b", "a", message: one)
    story.upkeep = ["b"]
    story.branch("main", "b")
    story.tag("v1", "a")
    story.tag("v2", "b")
    #expect(
      story.tell().releases() == [
        "v1 after nothing: 1 completed 1/1, 0 unplanned", "v2 after v1: 0 unplanned",
      ])
  }

  @Test("A range is answered as one release")
  func range() {
    var story = Story()
    story.commit("a", message: one)
    story.commit("b", "a", message: one)
    story.commit("c", "b")
    story.branch("main", "c")
    let answers = story.tell().answers
    let answer = answers.range(
      from: CommitIndex(0), to: CommitIndex(2), tag: "v2", previous: "v1", range: "v1..v2")
    #expect(answer.range == "v1..v2")
    #expect(Told.line(answer) == "v2 after v1: 1 completed 2/2, 1 unplanned")
  }
}
