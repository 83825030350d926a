import GitModel
import Testing

@testable import Correlation

@Suite struct BranchSeriesTests {
  /// The steps of a series, oldest first: `commit: what it adds, on its base`.
  private func steps(_ story: Story, tip: String, missing: Set<String>) -> [String]? {
    let graph = story.facts().graph
    func place(_ name: String) -> CommitIndex {
      graph.index(of: Story.objectID(name)) ?? CommitIndex(-1)
    }
    func name(_ commit: CommitIndex) -> String { Story.name(graph.id(of: commit)) }
    let series = BranchSeries(tip: place(tip), graph: graph) { missing.contains(name($0)) }
    return series?.steps.map { step in
      "\(name(step.commit)): \(step.added.map(name).sorted().joined(separator: " "))"
        + " on \(step.base.map(name) ?? "nothing")"
    }
  }

  private var story: Story {
    // r - a - b - c        the target
    //  \- x - y - m - z    with b merged by m, and p by n
    var story = Story()
    story.commit("r")
    story.commit("a", "r")
    story.commit("b", "a")
    story.commit("x", "r")
    story.commit("y", "x")
    story.commit("m", "y", "b")
    story.commit("p", "a")
    story.commit("q", "p")
    story.commit("n", "m", "q")
    story.commit("z", "n")
    story.commit("c", "b")
    story.branch("main", "c")
    return story
  }

  @Test(
    "Each step adds a commit and what it merged, on the newest commit of the target that it has")
  func merges() {
    let missing: Set = ["x", "y", "m", "p", "q", "n", "z"]
    #expect(
      steps(story, tip: "z", missing: missing) == [
        "x: x on r", "y: y on r", "m: m on b", "n: n p q on b", "z: z on b",
      ])
    #expect(steps(story, tip: "x", missing: missing) == ["x: x on r"])
    #expect(steps(story, tip: "c", missing: missing) == nil)
  }

  @Test("A branch that shares nothing with the target")
  func unrelated() {
    var story = Story()
    story.commit("r")
    story.commit("o")
    story.commit("p", "o")
    #expect(
      steps(story, tip: "p", missing: ["o", "p"]) == ["o: o on nothing", "p: p on nothing"])
  }

  @Test("A merge on whose first side everything is on the target")
  func fromTarget() {
    var story = Story()
    story.commit("r")
    story.commit("a", "r")
    story.commit("x", "r")
    story.commit("m", "a", "x")
    #expect(steps(story, tip: "m", missing: ["x", "m"]) == ["m: m x on a"])
  }
}
