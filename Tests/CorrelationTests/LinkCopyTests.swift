import GitModel
import Plans
import Testing

@testable import Correlation

/// The plans of copies. `x` and `y` are a branch, `c` and `s` commits of the target that hold them.
@Suite struct LinkCopyTests {
  private static let one = "EP-20260101-001"

  private func story(x: String = "", y: String = "", copy: String = "") -> Story {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: x.isEmpty ? "" : "T\n\n\(x)\n")
    story.commit("y", "x", message: y.isEmpty ? "" : "T\n\n\(y)\n")
    story.commit("c", "r", message: copy.isEmpty ? "" : "T\n\n\(copy)\n")
    story.branch("main", "c")
    story.branch("work", "y")
    story.found = [.copy(of: "x", "c")]
    return story
  }

  @Test("A copy belongs to the plan of what it is the copy of")
  func copy() {
    let story = story(x: "ExecPlan: \(Self.one)")
    #expect(story.tell().links(1) == ["x": "trailer", "c": "copy"])
    #expect(story.tell().states() == ["x": "(landed as c)", "c": "landed"])
  }

  @Test("It is work, whatever was asked before")
  func kind() {
    let story = story(x: "ExecPlan: \(Self.one)")
    let facts = story.facts()
    var correlator = Correlator(facts)
    let asked = correlator.questions.map { Story.name(facts.graph.id(of: $0)) }
    let further = correlator.take(story.landingFacts(facts))
    #expect(asked == ["x"])
    #expect(further.map { Story.name(facts.graph.id(of: $0)) } == ["c"])
  }

  @Test("A copy that says what it belongs to keeps that")
  func decided() {
    let other = story(x: "ExecPlan: \(Self.one)", copy: "ExecPlan: EP-20260101-002").tell()
    #expect(other.links(1) == ["x": "trailer"])
    #expect(other.links(2) == ["c": "trailer"])
    #expect(
      story(x: "ExecPlan: \(Self.one)", copy: "ExecPlan: none").tell().links(1) == ["x": "trailer"])
    #expect(
      story(x: "ExecPlan: \(Self.one)", copy: "ExecPlan: \(Self.one)").tell().links(1)
        == ["x": "trailer", "c": "trailer+copy"])
  }

  @Test("A note takes a copy back")
  func denied() {
    var story = story(x: "ExecPlan: \(Self.one)")
    story.notes["c"] = "Not-ExecPlan: \(Self.one)"
    #expect(story.tell().links(1) == ["x": "trailer"])
  }

  @Test("A copy of nobody's commit is nobody's")
  func unlinked() {
    #expect(story().tell().links(1) == [:])
  }

  @Test("A squash belongs to the plans of all that it holds")
  func squash() {
    var story = story(x: "ExecPlan: \(Self.one)", y: "ExecPlan: EP-20260101-002")
    story.found = [.squash(of: ["x", "y"], "c")]
    #expect(story.tell().links(1) == ["x": "trailer", "c": "copy"])
    #expect(story.tell().links(2) == ["y": "trailer", "c": "copy"])
  }

  @Test(
    "And to their milestones, unless it names some itself",
    arguments: [
      ("", ["MS001 1", "MS002 1"]),
      ("ExecPlan: EP-20260101-001", ["MS001 1", "MS002 1"]),
      ("Milestone: EP-20260101-001/MS003", ["MS003 1"]),
    ])
  func milestones(_ message: String, _ expected: [String]) {
    var story = story(
      x: "Milestone: \(Self.one)/MS001", y: "Milestone: \(Self.one)/MS002", copy: message)
    story.found = [.squash(of: ["x", "y"], "c")]
    let told = story.tell().plan().milestones.map { "\($0.id.shortName) \($0.landed)" }
    #expect(told == expected)
  }
}
