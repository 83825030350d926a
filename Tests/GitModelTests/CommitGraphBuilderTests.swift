import GitModel
import Testing

@Suite struct CommitGraphBuilderTests {
  @Test("Parents are placed below their children whatever the clocks say")
  func clockSkew() {
    let fixture = CommitGraphFixture(
      parents: [[], [0], [1], [2]], times: [400, 300, 200, 100], order: [3, 1, 0, 2])
    #expect(fixture.numbers((0..<4).map { CommitIndex($0) }) == [0, 1, 2, 3])
    #expect(fixture.graph.times == [400, 300, 200, 100])
  }

  @Test("Among independent commits the older one comes first, whatever the order of addition")
  func byTime() {
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let fixture = CommitGraphFixture(
        parents: [[], [], []], times: [30, 10, 20], order: order)
      #expect(fixture.numbers((0..<3).map { CommitIndex($0) }) == [1, 2, 0])
    }
  }

  @Test("A parent that is not there is left out")
  func missingParents() {
    let fixture = CommitGraphFixture(parents: [[9], [0, 8]])
    #expect(fixture.graph.parents(of: fixture.place(0)).isEmpty)
    #expect(Array(fixture.graph.parents(of: fixture.place(1))) == [fixture.place(0)])
    #expect(fixture.graph.index(of: CommitGraphFixture.id(9)) == nil)
    #expect(!fixture.graph.isMerge(fixture.place(1)))
  }

  @Test("Parents keep their order, of an octopus too")
  func merges() {
    let fixture = CommitGraphFixture(parents: [[], [0], [0], [0], [3, 1, 2]])
    #expect(fixture.numbers(fixture.graph.parents(of: fixture.place(4))) == [3, 1, 2])
    #expect(fixture.graph.isMerge(fixture.place(4)))
    #expect(fixture.graph.firstParent(of: fixture.place(4)) == fixture.place(3))
    #expect(fixture.graph.firstParent(of: fixture.place(0)) == nil)
  }

  @Test("The places answer in the order of addition, and every commit keeps what belongs to it")
  func places() {
    var builder = CommitGraphBuilder()
    let ids = (0..<3).map(CommitGraphFixture.id)
    builder.add(ids[2], tree: ids[0], parents: [ids[1]], committerTime: 7)
    builder.add(ids[1], tree: ids[1], parents: [ids[0]], committerTime: 8)
    builder.add(ids[0], tree: ids[2], parents: [], committerTime: 9)
    #expect(builder.count == 3)
    let (graph, places) = builder.finish()
    #expect(places.map(\.position) == [2, 1, 0])
    #expect(graph.ids == ids)
    #expect(graph.trees == [ids[2], ids[1], ids[0]])
    #expect(graph.times == [9, 8, 7])
  }

  @Test("Nothing gives an empty graph")
  func empty() {
    let graph = CommitGraphBuilder().finish().graph
    #expect(graph.count == 0)
    #expect(graph.index(of: .zero) == nil)
    #expect(graph.emptySet.count == 0)
  }

  @Test("A long history needs no deep stack")
  func longHistory() {
    let count = 200_000
    // Times run backwards: the builder has to walk down the whole chain at once.
    let fixture = CommitGraphFixture(
      parents: (0..<count).map { $0 == 0 ? [] : [$0 - 1] },
      times: (0..<count).map { Int64(count - $0) })
    #expect(fixture.graph.mainline(from: fixture.place(count - 1)).count == count)
  }
}
