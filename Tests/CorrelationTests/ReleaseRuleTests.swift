import Testing

@testable import Correlation

/// What a release has of a plan whose work has other names, or was taken back.
@Suite struct ReleaseRuleTests {
  private let one = "T\n\nExecPlan: EP-20260101-001\n"

  @Test("A squash stands for the branch that it holds")
  func squash() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: one)
    story.commit("y", "x", message: one)
    story.commit("s", "r")
    story.branch("main", "s")
    story.branch("work", "y")
    story.tag("v1", "s")
    story.found = [.squash(of: ["x", "y"], "s")]
    #expect(story.tell().releases() == ["v1 after nothing: 1 completed 1/1, 1 unplanned"])
    #expect(story.tell().plan().firstRelease == "v1")
  }

  @Test("A pick and the merge that brings the same again are one piece of work")
  func pickThenMerge() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: one)
    story.commit("y", "x", message: one)
    story.commit("c", "r", message: one)
    story.commit("m", "c", "y")
    story.branch("main", "m")
    story.tag("v1", "c")
    story.tag("v2", "m")
    story.found = [.copy(of: "x", "c")]
    #expect(
      story.tell().releases() == [
        "v1 after nothing: 1 partial 1/2, 1 unplanned",
        "v2 after v1: 1 completed 2/2, 0 unplanned",
      ])
  }

  @Test("What a release takes back, an earlier one has shipped")
  func reverted() {
    var story = Story()
    story.commit("a", message: one)
    story.commit("b", "a", message: one)
    story.commit("R", "b", message: Story.reverting("b"))
    story.branch("main", "R")
    story.tag("v1", "b")
    story.tag("v2", "R")
    #expect(
      story.tell().releases() == [
        "v1 after nothing: 1 partial 2/2, 0 unplanned", "v2 after v1: 1 reverted 1/2, 1 unplanned",
      ])
    // Shipped and taken back in one release is nothing to it.
    var other = Story()
    other.commit("a")
    other.commit("b", "a", message: one)
    other.commit("R", "b", message: Story.reverting("b"))
    other.branch("main", "R")
    other.tag("v1", "R")
    #expect(other.tell().releases() == ["v1 after nothing: 2 unplanned"])
  }

  @Test("Restored work is new again")
  func restored() {
    var story = Story()
    story.commit("a", message: one)
    story.commit("R", "a", message: Story.reverting("a"))
    story.commit("Q", "R", message: Story.reverting("R"))
    story.branch("main", "Q")
    story.tag("v1", "a")
    story.tag("v2", "R")
    story.tag("v3", "Q")
    #expect(
      story.tell().releases() == [
        "v1 after nothing: 1 completed 1/1, 0 unplanned",
        "v2 after v1: 1 reverted 0/1, 1 unplanned",
        "v3 after v2: 1 completed 1/1, 1 unplanned",
      ])
  }

  @Test("A patch release has the pick, and the next one the commit")
  func patchRelease() {
    var story = Story()
    story.commit("r")
    story.commit("a", "r", message: one)
    story.commit("p", "r")
    story.commit("b", "a")
    story.branch("main", "b")
    story.branch("release/1", "p")
    story.furtherTargets = ["release/1"]
    story.tag("v1", "r")
    story.tag("v1.1", "p")
    story.tag("v2", "b")
    story.found = [.copy(of: "a", "p")]
    #expect(
      story.tell().releases()
        == [
          "v1 after nothing: 1 unplanned",
          "v1.1 after v1: 1 completed 1/1, 0 unplanned",
          "v2 after v1: 1 completed 1/1, 1 unplanned",
        ])
    #expect(story.tell().plan().firstRelease == "v1.1")
  }
}
