/// Collects commits in any order and makes a `CommitGraph` of them.
package struct CommitGraphBuilder {
  private var ids: [ObjectID] = []
  private var trees: [ObjectID] = []
  private var times: [Int64] = []
  private var parentStart: [Int32] = [0]
  private var parents: [ObjectID] = []
  private var positions: [ObjectID: Int32] = [:]

  package init() {}

  /// The number of commits added so far.
  package var count: Int { ids.count }

  /// Adds a commit. Each may be added once.
  package mutating func add(
    _ id: ObjectID, tree: ObjectID, parents: some Sequence<ObjectID>, committerTime: Int64
  ) {
    positions[id] = Int32(ids.count)
    ids.append(id)
    trees.append(tree)
    times.append(committerTime)
    self.parents.append(contentsOf: parents)
    parentStart.append(Int32(self.parents.count))
  }

  /// Returns the graph, and for each commit in the order of addition its place in the graph.
  ///
  /// - Complexity: O(*n* log *n* + *e*) for *n* commits with *e* parents in all.
  package consuming func finish() -> (graph: CommitGraph, places: [CommitIndex]) {
    let order = topologicalOrder()
    var places = [CommitIndex](repeating: CommitIndex(0), count: ids.count)
    for (place, position) in order.enumerated() {
      places[Int(position)] = CommitIndex(place)
    }
    var start: [Int32] = [0]
    start.reserveCapacity(ids.count + 1)
    var parentPositions: [Int32] = []
    parentPositions.reserveCapacity(parents.count)
    var sortedIDs: [ObjectID] = []
    var sortedTrees: [ObjectID] = []
    var sortedTimes: [Int64] = []
    sortedIDs.reserveCapacity(ids.count)
    sortedTrees.reserveCapacity(ids.count)
    sortedTimes.reserveCapacity(ids.count)
    for position in order {
      let position = Int(position)
      sortedIDs.append(ids[position])
      sortedTrees.append(trees[position])
      sortedTimes.append(times[position])
      for parent in parents[Int(parentStart[position])..<Int(parentStart[position + 1])] {
        guard let added = positions[parent] else { continue }
        parentPositions.append(Int32(places[Int(added)].position))
      }
      start.append(Int32(parentPositions.count))
    }
    for (id, position) in positions {
      positions[id] = Int32(places[Int(position)].position)
    }
    let graph = CommitGraph(
      ids: sortedIDs, trees: sortedTrees, times: sortedTimes, parentStart: start,
      parentPositions: parentPositions, positions: positions)
    return (graph, places)
  }

  /// Returns the positions in an order where parents come before children, by time otherwise.
  private func topologicalOrder() -> [Int32] {
    let byTime = ids.indices.sorted {
      times[$0] != times[$1] ? times[$0] < times[$1] : ids[$0] < ids[$1]
    }
    var order: [Int32] = []
    order.reserveCapacity(ids.count)
    var isPlaced = [Bool](repeating: false, count: ids.count)
    var stack: [Int] = []
    for position in byTime where !isPlaced[position] {
      // With sane clocks every parent is placed already and the stack holds one commit at a time.
      stack.append(position)
      while let top = stack.last {
        if isPlaced[top] {
          stack.removeLast()
          continue
        }
        let depth = stack.count
        for parent in parents[Int(parentStart[top])..<Int(parentStart[top + 1])] {
          if let added = positions[parent], !isPlaced[Int(added)] { stack.append(Int(added)) }
        }
        if stack.count == depth {
          isPlaced[top] = true
          order.append(Int32(top))
          stack.removeLast()
        }
      }
    }
    return order
  }
}
