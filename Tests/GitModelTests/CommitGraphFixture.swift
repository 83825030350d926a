import GitModel

/// A history written by hand or drawn by lot, with what a set of its ancestors would be without any
/// cleverness.
struct CommitGraphFixture {
  let graph: CommitGraph
  let ids: [ObjectID]
  let parents: [[Int]]

  /// Makes a history whose commits are numbered in the order of `parents`; the times are in seconds.
  init(parents: [[Int]], times: [Int64]? = nil, order: [Int]? = nil) {
    let ids = parents.indices.map(Self.id)
    var builder = CommitGraphBuilder()
    for number in order ?? Array(parents.indices) {
      builder.add(
        ids[number], tree: .zero, parents: parents[number].map(Self.id),
        committerTime: times?[number] ?? Int64(number))
    }
    graph = builder.finish().graph
    self.ids = ids
    self.parents = parents
  }

  /// Draws a history of `count` commits with merges, several roots and clocks that go wrong.
  init(count: Int, using generator: inout SplitMix) {
    var parents: [[Int]] = []
    for number in 0..<count {
      let wanted = [0, 1, 1, 1, 1, 1, 2, 2, 3].randomElement(using: &generator) ?? 1
      var chosen: [Int] = []
      for _ in 0..<min(wanted, number) {
        let parent = Int.random(in: max(0, number - 8)..<number, using: &generator)
        if !chosen.contains(parent) { chosen.append(parent) }
      }
      parents.append(chosen)
    }
    let times = (0..<count).map { Int64($0) + Int64.random(in: -20...20, using: &generator) }
    self.init(
      parents: parents, times: times, order: Array(0..<count).shuffled(using: &generator))
  }

  /// The name of a commit that depends on its number alone and orders differently from it.
  static func id(_ number: Int) -> ObjectID {
    var generator = SplitMix(seed: UInt64(number + 1))
    let bytes = (0..<20).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return ObjectID(bytes: bytes) ?? .zero
  }

  /// Returns the place of a commit.
  func place(_ number: Int) -> CommitIndex { graph.index(of: ids[number]) ?? CommitIndex(-1) }

  func places(_ numbers: some Sequence<Int>) -> [CommitIndex] { numbers.map(place) }

  /// Returns the numbers of commits.
  func numbers(_ places: some Sequence<CommitIndex>) -> [Int] {
    let byID = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    return places.compactMap { byID[graph.id(of: $0)] }
  }

  /// Returns what commits reach, themselves included, one by one.
  func naiveReachable(_ tips: some Sequence<Int>) -> Set<Int> {
    var reached: Set<Int> = []
    func visit(_ number: Int) {
      guard reached.insert(number).inserted else { return }
      for parent in parents[number] where parent < ids.count { visit(parent) }
    }
    for tip in tips { visit(tip) }
    return reached
  }
}
