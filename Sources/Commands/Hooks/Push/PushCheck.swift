import Correlation
import GitModel
import GitStore
import MessageRules
import Plans
import Reports

/// Judges the commits that a push brings.
struct PushCheck {
  let session: Session
  let settings: PushSettings

  /// What the rules say about a push.
  struct Outcome {
    let pushed: PushedCommits
    /// The commits that break rules, errors or not, parents before children.
    let found: [JudgedMessage]
    /// The open plans that a person may mean, the likely ones first.
    let candidates: [PlanKey]
    /// Whether no protected reference held anything before.
    let isBeginning: Bool
  }

  /// Judges what arrives: what the protected references reach before the push is not judged again.
  func received(_ updates: [ReferenceUpdate]) throws -> Outcome? {
    let references = try session.repository.visibleReferences()
    return try judged(
      updates, known: references.filter { settings.protected.contains($0.name) }.map(\.target),
      notes: references.first { $0.name == FactsGatherer.notesReference }?.target)
  }

  /// Judges what is about to be sent: what a remote has already, as far as that is known here, is not judged
  /// again.
  func sent(_ updates: [ReferenceUpdate], to remote: String) throws -> Outcome? {
    let branches = try session.repository.branches().filter { $0.remote != nil }
    // Without a name the remote is given by its address.
    let own = branches.filter { $0.remote == remote }
    let known = (own.isEmpty ? branches : own)
      .filter { settings.protected.contains("refs/heads/\($0.name)") }.map(\.head)
    let replaced = updates.filter { settings.protected.contains($0.reference) }.compactMap(\.old)
    return try judged(
      updates, known: known + replaced,
      notes: session.repository.referenceTarget(FactsGatherer.notesReference))
  }

  /// - Parameter notes: The notes from before the push.
  /// - Returns: `nil` where no protected reference gets anything.
  private func judged(
    _ updates: [ReferenceUpdate], known: [ObjectID], notes: ObjectID?
  ) throws -> Outcome? {
    let protected = updates.filter { settings.protected.contains($0.reference) }
    let tips = try Set(protected.compactMap(\.new)).sorted()
      .compactMap { try session.repository.commit(behind: $0) }
    if tips.isEmpty { return nil }
    let pushedNotes = updates.last { $0.reference == FactsGatherer.notesReference }
    let pushed = try PushedCommits(
      session, tips: tips, known: known, noteHistory: pushedNotes?.new ?? notes,
      since: settings.beginning)
    var facts = RepositoryFacts(graph: pushed.graph, notes: pushed.notes)
    facts.shallowBorder = Set(
      session.repository.shallowCommits.compactMap { pushed.graph.index(of: $0) })
    var plans = try PushedPlans(session)
    try plans.addNamed(by: pushed, inTreesOf: tips)
    facts.plans = plans.directory
    // What a commit changes, and what other branches hold, can only speak for it: it is looked at for those
    // that are refused without.
    var found = try judged(pushed.commits, facts: facts, kinds: [:])
    if found.isEmpty {
      return Outcome(pushed: pushed, found: [], candidates: [], isBeginning: known.isEmpty)
    }
    try plans.addAll(namedBy: pushed, inTreesOf: tips)
    try plans.addNamed(
      by: pushed, inTreesOf: session.repository.branches().map(\.head))
    facts.plans = plans.directory
    let suspects = found.compactMap { $0.commit.flatMap(pushed.graph.index) }
    let kinds = try FactsGatherer(session).kinds(
      of: suspects.filter { !facts.graph.isMerge($0) }, in: facts)
    found = try judged(suspects, facts: facts, kinds: kinds)
    return Outcome(
      pushed: pushed, found: found,
      candidates: candidates(protected.map(\.reference), pushed, facts.plans),
      isBeginning: known.isEmpty)
  }

  /// Returns the commits that break rules.
  private func judged(
    _ commits: [CommitIndex], facts: RepositoryFacts, kinds: [CommitIndex: ChangeKind]
  ) throws -> [JudgedMessage] {
    let judge = try RangeJudge(session: session, facts: facts, kinds: kinds)
    return try commits.compactMap { try judge.judged($0) }
      .filter { !$0.errors.isEmpty || !$0.warnings.isEmpty }
  }

  /// Returns the open plans: those in the names of the pushed branches first, then those that other commits of
  /// the push name, then those that changed last.
  private func candidates(
    _ references: [String], _ pushed: PushedCommits, _ plans: PlanDirectory
  ) -> [PlanKey] {
    let inNames = Set(references.flatMap { PlanID.all(in: $0) })
    func rank(_ plan: Plan) -> Int {
      guard let id = plan.key.planID else { return 3 }
      return inNames.contains(id) ? 0 : pushed.namedPlans.contains(id) ? 1 : 2
    }
    return plans.plans.filter { $0.status != .done && $0.status != .archived }
      .map { (plan: $0, rank: rank($0), updated: $0.updated ?? .first) }
      .sorted { left, right in
        if left.rank != right.rank { return left.rank < right.rank }
        if left.updated != right.updated { return left.updated > right.updated }
        return left.plan.key > right.plan.key
      }.map(\.plan.key)
  }
}
