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

  /// Where a commit's work stands, and which commit of the target counts for it.
  struct Account: Hashable {
    let standing: Standing
    /// The commit whose arrival brought the work to the target, under whatever name.
    var carrier: CommitIndex?
    /// The commit of the target's first-parent chain with which the work came last, or went; `nil` where that
    /// is not known.
    var since: CommitIndex?
  }

  /// What the target reaches.
  package let reached: LandingMap
  /// What the target reaches without merges that took nothing of the other side.
  package let taken: LandingMap
  package let reverts: RevertMap
  private let copies: [CommitIndex: Set<CommitCopy>]
  private let pieces: WorkPieces
  /// The merges that threw away each commit.
  private let drops: [CommitIndex: [KeptSide]]
  /// How commits of the target hold work of other commits.
  private let waysOfCopies: [CommitIndex: LandingWay]
  private let graph: CommitGraph

  init(
    _ facts: RepositoryFacts, reached: LandingMap, reverts: RevertMap, answers: LandingFacts
  ) {
    graph = facts.graph
    self.reached = reached
    self.reverts = reverts
    let void = answers.voidMerges.filter { $0.kept == facts.graph.firstParent(of: $0.merge) }
    taken =
      void.isEmpty
      ? reached
      : LandingMap(
        graph: facts.graph, target: facts.target?.commit, ignoring: Set(void.map(\.merge)))
    var drops: [CommitIndex: [KeptSide]] = [:]
    for side in answers.voidMerges {
      for commit in side.work(in: facts.graph) { drops[commit, default: []].append(side) }
    }
    self.drops = drops
    copies = answers.copies
    pieces = WorkPieces(answers)
    var ways: [CommitIndex: LandingWay] = [:]
    for (original, copies) in answers.copies {
      for copy in copies {
        // A commit that was picked from the target to another branch is no copy of that pick.
        guard let commit = copy.way.copy, commit > original else { continue }
        // What holds several commits is a squash, though each of them may be alike.
        if case .squash = ways[commit] { continue }
        ways[commit] = copy.way
      }
    }
    waysOfCopies = ways
  }

  /// Returns where a commit's work stands.
  package func standing(of commit: CommitIndex) -> Standing { account(of: commit).standing }

  /// Whether nothing is known of a commit's work but the commit itself.
  func isAlone(_ commit: CommitIndex) -> Bool {
    pieces.isAlone(commit) && copies[commit] == nil && pieces.held(by: commit).isEmpty
  }

  /// Whether anything ever took a commit's work back, or threw it away.
  func isDisputed(_ commit: CommitIndex) -> Bool {
    if reverts.isEmpty, drops.isEmpty { return false }
    return pieces.carriers(of: commit).contains { reverts.isNamed($0) || drops[$0] != nil }
  }

  func account(of commit: CommitIndex) -> Account {
    if isAlone(commit), !isDisputed(commit) {
      return taken.way(of: commit).map {
        Account(standing: .landed($0), carrier: commit, since: taken.point(of: commit))
      } ?? Account(standing: .missing)
    }
    let account = account(of: commit, by: taken.point)
    if case .landed = account.standing { return account }
    if copies[commit]?.contains(where: { $0.way == .content }) == true {
      // What was taken back has come again since then.
      return Account(standing: .landed(.content), carrier: commit, since: account.since)
    }
    return account
  }

  /// Returns where a commit's work stood at some place in history.
  ///
  /// - Parameter arrival: The place on the way to there at which a commit came; `nil` where it did not.
  func account(
    of commit: CommitIndex, by arrival: @escaping (CommitIndex) -> CommitIndex?
  ) -> Account {
    let story = WorkStory(graph: graph, reverts: reverts, drops: drops, arrival: arrival)
    return switch story.end(of: pieces.carriers(of: commit)) {
    case .missing: Account(standing: .missing)
    case .withdrawn: Account(standing: .withdrawn)
    case .there(by: let carrier, let since):
      Account(standing: .landed(way(of: commit, in: carrier)), carrier: carrier, since: since)
    case .gone(by: let revert, let carrier, let since):
      Account(standing: .reverted(revert), carrier: carrier, since: since)
    }
  }

  /// Whether the work of a commit was there at some place in history, be it bit by bit.
  ///
  /// - Parameter upkeep: Commits that are no work, of which nothing needs to be there.
  func isThere(
    _ commit: CommitIndex, by arrival: @escaping (CommitIndex) -> CommitIndex?,
    besides upkeep: Set<CommitIndex> = []
  ) -> Bool {
    func hasArrived(_ commit: CommitIndex) -> Bool {
      if case .landed = account(of: commit, by: arrival).standing { true } else { false }
    }
    let held = originals(of: commit).filter { !upkeep.contains($0) }
    return hasArrived(commit) || !held.isEmpty && held.allSatisfy(hasArrived)
  }

  /// Returns every name of a commit's work, and the squashes that hold it, in no particular order.
  func carriers(of commit: CommitIndex) -> [CommitIndex] { pieces.carriers(of: commit) }

  /// Returns the other names of a commit's work, in no particular order.
  func twins(of commit: CommitIndex) -> [CommitIndex] {
    pieces.same(as: commit).filter { $0 != commit }
  }

  /// Returns the commits of the target that hold a commit's work under another name, in no particular order.
  package func copies(of commit: CommitIndex) -> [CommitIndex] {
    pieces.carriers(of: commit).filter { $0 != commit && taken.contains($0) }
  }

  /// Returns the commits whose work a squash holds, in no particular order.
  package func originals(of commit: CommitIndex) -> [CommitIndex] { pieces.held(by: commit) }

  /// Returns how a commit is known to be on the target under other names.
  package func reasons(of commit: CommitIndex) -> Set<CommitCopy> { copies[commit] ?? [] }

  /// Returns how a commit of the target came there: as the copy of other commits, if it is one.
  package func wayOfCopy(_ commit: CommitIndex) -> LandingWay? { waysOfCopies[commit] }

  private func way(of commit: CommitIndex, in carrier: CommitIndex) -> LandingWay {
    if carrier == commit { return taken.way(of: commit) ?? .fastForward }
    return pieces.same(as: commit).contains(carrier) ? .rebase(carrier) : .squash(carrier)
  }
}
