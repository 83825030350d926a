/// Commits waiting to be visited, highest place first, each once.
struct CommitQueue {
  struct Entry {
    let commit: CommitIndex
    let isExcluded: Bool
    let isTip: Bool
  }

  private struct State {
    var isExcluded: Bool
    var isTip: Bool
  }

  private var heap: [Int] = []
  private var states: [Int: State] = [:]
  /// The number of waiting commits that nothing excludes so far.
  private(set) var wantedCount = 0

  /// Adds a commit, or adds to what is known of one that waits already.
  mutating func insert(_ commit: CommitIndex, isExcluded: Bool, isTip: Bool) {
    if let state = states[commit.position] {
      if isExcluded, !state.isExcluded { wantedCount -= 1 }
      states[commit.position] = State(
        isExcluded: state.isExcluded || isExcluded, isTip: state.isTip || isTip)
      return
    }
    states[commit.position] = State(isExcluded: isExcluded, isTip: isTip)
    if !isExcluded { wantedCount += 1 }
    heap.append(commit.position)
    siftUp(from: heap.count - 1)
  }

  /// Takes the commit with the highest place.
  mutating func removeHighest() -> Entry? {
    guard let highest = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      siftDown()
    }
    guard let state = states.removeValue(forKey: highest) else { return nil }
    if !state.isExcluded { wantedCount -= 1 }
    return Entry(
      commit: CommitIndex(highest), isExcluded: state.isExcluded, isTip: state.isTip)
  }

  private mutating func siftUp(from start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      if heap[parent] >= heap[child] { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var largest = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child] > heap[largest] {
        largest = child
      }
      if largest == parent { return }
      heap.swapAt(parent, largest)
      parent = largest
    }
  }
}
