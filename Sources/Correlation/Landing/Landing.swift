package import GitModel

/// Says of every commit whether its work is on the target; the section "Landed" of
/// `docs/semantics.md`.
package struct Landing: Sendable {
  /// Where a commit's work stands.
  package enum Standing: Hashable, Sendable {
    case landed(LandingWay)
    /// It was on the target, and this commit of the target took it back.
    case reverted(CommitIndex)
    /// It was taken back before its branch landed: both came together.
    case withdrawn
    /// The target lacks it.
    case missing
  }

  /// What the target reaches.
  package let reached: LandingMap
  /// What the target reaches without merges that took nothing of the other side.
  package let taken: LandingMap
  package let reverts: RevertMap
  private let copies: [CommitIndex: Set<CommitCopy>]
  /// How commits of the target hold work of other commits.
  private let waysOfCopies: [CommitIndex: LandingWay]
  /// The commits whose work a commit of the target holds.
  private let originals: [CommitIndex: [CommitIndex]]

  init(_ facts: RepositoryFacts, reached: LandingMap, answers: LandingFacts) {
    self.reached = reached
    let taken =
      answers.voidMerges.isEmpty
      ? reached
      : LandingMap(
        graph: facts.graph, target: facts.target?.commit, ignoring: answers.voidMerges)
    self.taken = taken
    reverts = RevertMap(facts, where: taken.contains)
    copies = answers.copies
    var ways: [CommitIndex: LandingWay] = [:]
    var originals: [CommitIndex: [CommitIndex]] = [:]
    for (original, copies) in answers.copies {
      for copy in copies {
        guard let commit = copy.way.copy else { continue }
        originals[commit, default: []].append(original)
        // What holds several commits is a squash, though each of them may be alike.
        if case .squash = ways[commit] { continue }
        ways[commit] = copy.way
      }
    }
    waysOfCopies = ways
    self.originals = originals
  }

  /// Returns where a commit's work stands.
  package func standing(of commit: CommitIndex) -> Standing {
    var arrivals: [(way: LandingWay, time: CommitIndex?)] = []
    if let way = taken.way(of: commit) { arrivals.append((way, taken.point(of: commit))) }
    for copy in copies[commit] ?? [] {
      guard let target = copy.way.copy else {
        arrivals.append((copy.way, nil))
        continue
      }
      if let point = taken.point(of: target) { arrivals.append((copy.way, point)) }
    }
    if arrivals.isEmpty { return .missing }
    let names = [commit] + arrivals.compactMap(\.way.copy)
    guard let revert = names.compactMap({ reverts.revert(of: $0) }).max() else {
      return .landed(best(of: arrivals))
    }
    // What arrived after the last revert stays.
    let undone = taken.point(of: revert) ?? revert
    let later = arrivals.filter { arrival in arrival.time.map { $0 > undone } ?? true }
    if !later.isEmpty { return .landed(best(of: later)) }
    return isWithdrawn(commit, by: revert) ? .withdrawn : .reverted(revert)
  }

  /// Returns the commits of the target that hold a commit's work under another name, in no particular order.
  package func copies(of commit: CommitIndex) -> [CommitIndex] {
    (copies[commit] ?? []).compactMap(\.way.copy).filter(taken.contains)
  }

  /// Returns the commits whose work a commit of the target holds, in no particular order.
  package func originals(of commit: CommitIndex) -> [CommitIndex] { originals[commit] ?? [] }

  /// Returns how a commit is known to be on the target under other names.
  package func reasons(of commit: CommitIndex) -> Set<CommitCopy> { copies[commit] ?? [] }

  /// Returns how a commit of the target came there: as the copy of other commits, if it is one.
  package func wayOfCopy(_ commit: CommitIndex) -> LandingWay? { waysOfCopies[commit] }

  /// Whether commit and revert came to the target through one merge.
  private func isWithdrawn(_ commit: CommitIndex, by revert: CommitIndex) -> Bool {
    guard let point = taken.point(of: commit), point != commit, point != revert else {
      return false
    }
    return taken.landedTogether(commit, revert)
  }

  /// What came first; of what came together, the commit itself before its copies.
  private func best(of arrivals: [(way: LandingWay, time: CommitIndex?)]) -> LandingWay {
    func rank(_ arrival: (way: LandingWay, time: CommitIndex?)) -> (Int, Int) {
      let kind =
        switch arrival.way {
        case .merge, .fastForward: 0
        case .rebase: 1
        case .squash: 2
        case .content: 3
        }
      return (arrival.time?.position ?? .max, kind)
    }
    return arrivals.min { rank($0) < rank($1) }?.way ?? .content
  }
}
