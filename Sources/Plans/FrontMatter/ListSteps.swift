/// The steps that lead from the words of a list to others, in the order of the list.
struct ListSteps {
  enum Step: Hashable {
    /// The old word with this index stays.
    case keep(Int)
    /// The old word with this index makes room for another.
    case replace(Int, String)
    case remove(Int)
    case insert(String)
  }

  private(set) var steps: [Step] = []

  /// - Complexity: O((*n* + *m*) · *d*) for *d* words that differ.
  init(from old: [String], to new: [String]) {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var place = 0
    var next = 0
    while place < old.count || next < new.count {
      let isRemoved = removed.contains(place)
      let isInserted = inserted.contains(next)
      switch (isRemoved, isInserted) {
      case (true, true): steps.append(.replace(place, new[next]))
      case (true, false): steps.append(.remove(place))
      case (false, true): steps.append(.insert(new[next]))
      case (false, false): steps.append(.keep(place))
      }
      if isRemoved || !isInserted { place += 1 }
      if isInserted || !isRemoved { next += 1 }
    }
  }
}
