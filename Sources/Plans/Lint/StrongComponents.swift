/// Finds the groups of plans in which each depends on each other, by Tarjan's algorithm without
/// recursion, so that a long chain costs no stack.
enum StrongComponents {
  /// Returns the groups of more than one plan; groups and their members come in the order of IDs.
  ///
  /// - Complexity: O(*n*) in plans and edges, beside the sorting.
  static func among(_ edges: [PlanID: [PlanID]]) -> [[PlanID]] {
    var index: [PlanID: Int] = [:]
    var low: [PlanID: Int] = [:]
    var stack: [PlanID] = []
    var onStack: Set<PlanID> = []
    var groups: [[PlanID]] = []
    for start in edges.keys.sorted() where index[start] == nil {
      var path: [(id: PlanID, next: Int)] = [(start, 0)]
      while let (id, next) = path.last {
        if next == 0 {
          index[id] = index.count
          low[id] = index[id]
          stack.append(id)
          onStack.insert(id)
        }
        let targets = edges[id] ?? []
        if next < targets.count {
          path[path.count - 1].next += 1
          let target = targets[next]
          if index[target] == nil, edges[target] != nil {
            path.append((target, 0))
          } else if onStack.contains(target), let seen = index[target] {
            low[id] = min(low[id] ?? seen, seen)
          }
          // The first visit is over once `next` is no longer 0.
          continue
        }
        path.removeLast()
        if let parent = path.last?.id, let own = low[id] {
          low[parent] = min(low[parent] ?? own, own)
        }
        guard low[id] == index[id] else { continue }
        var group: [PlanID] = []
        while let member = stack.popLast() {
          onStack.remove(member)
          group.append(member)
          if member == id { break }
        }
        if group.count > 1 { groups.append(group.sorted()) }
      }
    }
    return groups.sorted { $0[0] < $1[0] }
  }
}
