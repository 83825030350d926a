import GitModel

/// What became of one piece of work on a line of history: it arrives, is taken back, comes again.
///
/// The work may have several names: the commit where it was made, its copies, a squash that holds it.
struct WorkStory {
  /// How a story ends.
  enum End: Hashable, Sendable {
    /// It never came.
    case missing
    /// It came together with a revert of it.
    case withdrawn
    /// It is there, by the commit that brought it; the second is the commit of the line by which it came last.
    case there(by: CommitIndex, since: CommitIndex)
    /// The first commit took away what the second had brought.
    case gone(by: CommitIndex, brought: CommitIndex, since: CommitIndex)
  }

  let graph: CommitGraph
  let reverts: RevertMap
  /// The merges that threw away each commit.
  let drops: [CommitIndex: [KeptSide]]
  /// The commit of the line with which another one came to it; `nil` for one that did not.
  let arrival: (CommitIndex) -> CommitIndex?

  /// What a revert does to the work.
  private enum Effect { case removed, added }

  /// What a revert names that concerns the work.
  private enum Aim {
    case name(CommitIndex, through: KeptSide?)
    case revert(CommitIndex)
    /// All but one side, since the merge kept nothing of the rest.
    case dropped(KeptSide)
  }

  private struct Event {
    let time: CommitIndex
    let commit: CommitIndex
    /// `nil` for an arrival of the work.
    let aims: [Aim]?
  }

  private struct State {
    var isThere = false
    var brought: CommitIndex?
    var since: CommitIndex?
    var removal: CommitIndex?
    var effects: [CommitIndex: Effect] = [:]
    /// When the work came although it was not there.
    var changes: Set<CommitIndex> = []
  }

  /// Returns how the story of the work with these names ends.
  func end(of names: [CommitIndex]) -> End {
    let events = events(of: names)
    guard events.contains(where: { $0.aims != nil }) else {
      // Nothing was ever taken back.
      guard let first = events.first else { return .missing }
      return .there(by: first.commit, since: first.time)
    }
    var state = State()
    var start = events.startIndex
    while start < events.endIndex {
      let time = events[start].time
      let end = events[start...].firstIndex { $0.time != time } ?? events.endIndex
      play(events[start..<end], names: names, &state)
      start = end
    }
    if state.isThere, let brought = state.brought, let since = state.since {
      return .there(by: brought, since: since)
    }
    if let removal = state.removal, let brought = state.brought, let since = state.since {
      return .gone(by: removal, brought: brought, since: since)
    }
    return events.contains { $0.aims == nil } ? .withdrawn : .missing
  }

  /// Everything that happened to the work on the line, in the order in which the line saw it.
  private func events(of names: [CommitIndex]) -> [Event] {
    var events: [Event] = names.compactMap { name in
      arrival(name).map { Event(time: $0, commit: name, aims: nil) }
    }
    if !reverts.isEmpty || !drops.isEmpty {
      var aims: [CommitIndex: [Aim]] = [:]
      var stack = names
      while let next = stack.popLast() {
        for naming in reverts.namings(of: next) where arrival(naming.revert) != nil {
          if aims[naming.revert] == nil { stack.append(naming.revert) }
          aims[naming.revert, default: []].append(
            names.contains(next) ? .name(next, through: naming.side) : .revert(next))
        }
      }
      for side in Set(names.flatMap { drops[$0] ?? [] }) where arrival(side.merge) != nil {
        aims[side.merge] = [.dropped(side)]
      }
      for (commit, aims) in aims {
        if let time = arrival(commit) {
          events.append(Event(time: time, commit: commit, aims: aims))
        }
      }
    }
    return events.sorted { left, right in
      (left.time, left.commit, left.aims == nil ? 0 : 1)
        < (right.time, right.commit, right.aims == nil ? 0 : 1)
    }
  }

  /// Plays what came to the line at one time: a commit of its own, or all that a merge brought in. What a
  /// branch both brings and takes back is nothing to the line.
  private func play(_ events: ArraySlice<Event>, names: [CommitIndex], _ state: inout State) {
    var local: Effect?
    var brought: CommitIndex?
    var removal: CommitIndex?
    guard let time = events.first?.time else { return }
    for event in events {
      guard let aims = event.aims else {
        if isWithheld(event.commit, by: time, names: names, state) { continue }
        local = .added
        brought = event.commit
        continue
      }
      for aim in aims {
        guard let effect = effect(of: aim, names: names, state) else { continue }
        switch effect {
        case .removed:
          let isOwn = hasCome(aim, at: time)
          if local == .added, isOwn || !state.isThere {
            local = nil
          } else if state.isThere, local != .removed {
            local = .removed
            removal = event.commit
          } else {
            continue
          }
        case .added:
          if local == .removed {
            local = nil
          } else if local == nil {
            local = .added
            brought = brought ?? state.brought
          } else {
            continue
          }
        }
        state.effects[event.commit] = effect
        break
      }
    }
    switch local {
    case .added where !state.isThere:
      state.isThere = true
      state.brought = brought
      state.since = time
      state.changes.insert(time)
    case .removed:
      state.isThere = false
      state.removal = removal
      state.since = time
    default: break
    }
  }

  /// Whether a merge takes nothing of a commit that it brings, since the side that it comes from had its work from this
  /// line too, under another name: to the merge the work is old on both sides, and this one took it back.
  private func isWithheld(
    _ commit: CommitIndex, by merge: CommitIndex, names: [CommitIndex], _ state: State
  ) -> Bool {
    guard !state.isThere, let removal = state.removal, commit != merge else { return false }
    return graph.parents(of: merge).dropFirst().contains { side in
      graph.isAncestor(commit, of: side) && !graph.isAncestor(removal, of: side)
        && names.contains { other in
          other != commit && arrival(other).map { $0 < merge } ?? false
            && graph.isAncestor(other, of: side) && !graph.isAncestor(other, of: commit)
        }
    }
  }

  /// Whether what a revert names came to the line at the same time.
  private func hasCome(_ aim: Aim, at time: CommitIndex) -> Bool {
    switch aim {
    case .name(let name, _): arrival(name) == time
    case .revert(let revert): arrival(revert) == time
    case .dropped: false
    }
  }

  private func effect(of aim: Aim, names: [CommitIndex], _ state: State) -> Effect? {
    switch aim {
    case .name(_, through: nil): .removed
    case .name(let name, through: let side?):
      if arrival(side.merge) == side.merge, arrival(name) == side.merge {
        // What the merge found there already, it did not bring, and its revert does not take it.
        state.changes.contains(side.merge) ? .removed : nil
      } else {
        isKept(by: side, names: names) ? nil : .removed
      }
    case .dropped(let side): isKept(by: side, names: names) ? nil : .removed
    case .revert(let revert):
      state.effects[revert].map { $0 == .removed ? .added : .removed }
    }
  }

  /// Whether the side of a merge that stays has the work, be it under another name.
  private func isKept(by side: KeptSide, names: [CommitIndex]) -> Bool {
    names.contains { graph.isAncestor($0, of: side.kept) }
  }
}
