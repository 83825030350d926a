import GitModel

/// Which commits are the same work under several names, and which hold the work of several.
struct WorkPieces {
  private var places: [CommitIndex: Int] = [:]
  private var pieces: [[CommitIndex]] = []
  private var squashes: [CommitIndex: [CommitIndex]] = [:]
  private var held: [CommitIndex: [CommitIndex]] = [:]

  init(_ answers: LandingFacts) {
    for (commit, copies) in answers.copies {
      for copy in copies {
        switch copy.way {
        case .rebase(let other): join(commit, other)
        case .squash(let squash):
          squashes[commit, default: []].append(squash)
          held[squash, default: []].append(commit)
        case .merge, .fastForward, .content: break
        }
      }
    }
    for pair in answers.twins { join(pair.older, pair.newer) }
  }

  /// Whether nothing is known of a commit but the commit itself.
  func isAlone(_ commit: CommitIndex) -> Bool {
    places[commit] == nil && squashes[commit] == nil
  }

  /// Returns the names of the work of a commit, the commit's own first, in no particular order then.
  func same(as commit: CommitIndex) -> [CommitIndex] {
    guard let place = places[commit] else { return [commit] }
    return [commit] + pieces[place].filter { $0 != commit }
  }

  /// Returns every commit whose arrival is that of a commit's work: its other names, and the squashes that
  /// hold it.
  func carriers(of commit: CommitIndex) -> [CommitIndex] {
    var found = same(as: commit)
    var seen = Set(found)
    for name in found {
      for squash in squashes[name] ?? [] {
        for other in same(as: squash) where seen.insert(other).inserted { found.append(other) }
      }
    }
    return found
  }

  /// Returns the commits that a squash holds, in no particular order.
  func held(by squash: CommitIndex) -> [CommitIndex] { held[squash] ?? [] }

  /// Every commit of the target that is the copy of one or of several.
  func isSquash(_ commit: CommitIndex) -> Bool { held[commit] != nil }

  private mutating func join(_ one: CommitIndex, _ other: CommitIndex) {
    if one == other { return }
    switch (places[one], places[other]) {
    case (nil, nil):
      places[one] = pieces.count
      places[other] = pieces.count
      pieces.append([one, other])
    case (let place?, nil):
      places[other] = place
      pieces[place].append(other)
    case (nil, let place?):
      places[one] = place
      pieces[place].append(one)
    case (let left?, let right?):
      if left == right { return }
      for commit in pieces[right] { places[commit] = left }
      pieces[left] += pieces[right]
      pieces[right] = []
    }
  }
}
