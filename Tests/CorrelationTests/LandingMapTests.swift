import GitModel
import Testing

@testable import Correlation

@Suite struct LandingMapTests {
  @Test("Each commit of the target knows what brought it there")
  func points() {
    var story = Story()
    story.commit("r")
    story.commit("a", "r")
    story.commit("x1", "r")
    story.commit("x2", "x1")
    story.commit("m", "a", "x2")
    story.commit("b", "m")
    story.commit("y", "b")
    story.branch("main", "b")
    story.branch("y", "y")
    let graph = story.facts().graph
    func place(_ name: String) -> CommitIndex {
      graph.index(of: Story.objectID(name)) ?? CommitIndex(-1)
    }
    let map = LandingMap(graph: graph, target: place("b"))
    #expect(map.way(of: place("a")) == .fastForward)
    #expect(map.way(of: place("m")) == .fastForward)
    #expect(map.way(of: place("x1")) == .merge(place("m")))
    #expect(map.way(of: place("x2")) == .merge(place("m")))
    #expect(map.way(of: place("y")) == nil)
    #expect(!map.contains(place("y")))
    #expect(map.landedTogether(place("x1"), place("m")))
    #expect(!map.landedTogether(place("x1"), place("a")))
    let nothing = LandingMap(graph: graph, target: nil)
    #expect(graph.ids.indices.allSatisfy { !nothing.contains(CommitIndex($0)) })
  }

  @Test("A side that was merged twice landed with the first merge")
  func twice() {
    var story = Story()
    story.commit("r")
    story.commit("x1", "r")
    story.commit("m1", "r", "x1")
    story.commit("x2", "x1")
    story.commit("m2", "m1", "x2")
    let graph = story.facts().graph
    func place(_ name: String) -> CommitIndex {
      graph.index(of: Story.objectID(name)) ?? CommitIndex(-1)
    }
    let map = LandingMap(graph: graph, target: place("m2"))
    #expect(map.way(of: place("x1")) == .merge(place("m1")))
    #expect(map.way(of: place("x2")) == .merge(place("m2")))
  }
}
