import GitModel
import Testing

@Suite struct CommitGraphReachabilityTests {
  /// Draws `count` numbers below `limit`.
  private func draw(
    _ range: ClosedRange<Int>, below limit: Int, using generator: inout SplitMix
  ) -> [Int] {
    (0..<Int.random(in: range, using: &generator)).map { _ in
      Int.random(in: 0..<limit, using: &generator)
    }
  }

  @Test("Random histories: every question agrees with plain sets", arguments: 1...60)
  func randomHistories(_ seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    let fixture = CommitGraphFixture(count: seed < 6 ? seed : 70, using: &generator)
    let graph = fixture.graph
    let count = fixture.ids.count
    for number in 0..<count {
      for parent in graph.parents(of: fixture.place(number)) {
        #expect(parent < fixture.place(number))
      }
    }
    for _ in 0..<12 {
      let tips = draw(0...3, below: count, using: &generator)
      let excluded = draw(0...3, below: count, using: &generator)
      let reached = fixture.naiveReachable(tips)
      let reachable = graph.reachable(from: fixture.places(tips))
      #expect(reachable.count == reached.count)
      #expect((0..<count).filter { reachable.contains(fixture.place($0)) } == reached.sorted())

      let (commits, borders) = graph.difference(
        from: fixture.places(tips), excluding: fixture.places(excluded))
      let expected = reached.subtracting(fixture.naiveReachable(excluded))
      #expect(Set(fixture.numbers(commits)) == expected)
      #expect(commits.count == expected.count)
      #expect(commits == commits.sorted(by: >))
      #expect(borders.isEmpty)

      let (one, other) = (
        Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator)
      )
      #expect(
        graph.isAncestor(fixture.place(one), of: fixture.place(other))
          == fixture.naiveReachable([other]).contains(one))

      // A best common ancestor is one that no other common ancestor reaches.
      let common = fixture.naiveReachable([one]).intersection(fixture.naiveReachable([other]))
      let best = common.filter { candidate in
        !common.contains { $0 != candidate && fixture.naiveReachable([$0]).contains(candidate) }
      }
      let base = graph.mergeBase(fixture.place(one), fixture.place(other))
      #expect(base.map { best.contains(fixture.numbers([$0])[0]) } ?? best.isEmpty)
    }
  }

  @Test("Random histories: borders cut off what they reach", arguments: 100...140)
  func randomBorders(_ seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    let fixture = CommitGraphFixture(count: 60, using: &generator)
    for _ in 0..<8 {
      let tip = Int.random(in: 0..<60, using: &generator)
      let marked = Set(draw(0...6, below: 60, using: &generator))
      let places = Set(fixture.places(marked))
      let (commits, borders) = fixture.graph.difference(
        from: [fixture.place(tip)], excluding: EmptyCollection(), isBorder: places.contains)
      let reached = fixture.naiveReachable([tip])
      let cut = marked.intersection(reached).subtracting([tip])
      #expect(Set(fixture.numbers(commits)) == reached.subtracting(fixture.naiveReachable(cut)))
      // Of the borders those have to be met that no other one hides; they come newest first.
      let nearest = cut.filter { border in
        !cut.contains { $0 != border && fixture.naiveReachable([$0]).contains(border) }
      }
      #expect(Set(fixture.numbers(borders)).isSuperset(of: nearest))
      #expect(Set(fixture.numbers(borders)).isSubset(of: cut))
      #expect(borders == borders.sorted(by: >))
    }
  }

  /// 0 - 1 - 2 - 5 - 6
  ///      \- 3 - 4 -/
  private let diamond = CommitGraphFixture(parents: [[], [0], [1], [1], [3], [2, 4], [5]])

  @Test("A tip that is a border is wanted; an excluded tip is not")
  func borderTips() {
    let fixture = diamond
    let border = fixture.place(5)
    let own = fixture.graph.difference(
      from: [border], excluding: [fixture.place(2)], isBorder: { $0 == border })
    #expect(fixture.numbers(own.commits) == [5, 4, 3])
    #expect(own.borders.isEmpty)
    let none = fixture.graph.difference(from: [border], excluding: [fixture.place(6)])
    #expect(none.commits.isEmpty)
    let same = fixture.graph.difference(from: [border], excluding: [border])
    #expect(same.commits.isEmpty)
  }

  @Test("The mainline follows first parents only")
  func mainline() {
    let chain = diamond.graph.mainline(from: diamond.place(6))
    #expect(diamond.numbers(chain) == [6, 5, 2, 1, 0])
  }

  @Test("What a set holds already is taken as explored")
  func reachOnTop() {
    var reached = diamond.graph.reachable(from: [diamond.place(2)])
    var visited: [CommitIndex] = []
    diamond.graph.reach(from: [diamond.place(5)], into: &reached) { visited.append($0) }
    #expect(Set(diamond.numbers(visited)) == [5, 4, 3])
    #expect(reached.count == 6)
  }
}
