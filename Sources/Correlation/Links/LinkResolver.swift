import GitModel
import Plans

/// Finds which commits belong to which plans, by the rules of `docs/semantics.md`.
struct LinkResolver {
  private let facts: RepositoryFacts
  private let landings: LandingMap
  private let ownership: BranchOwnership
  private var table = LinkTable()

  init(facts: RepositoryFacts, landings: LandingMap, ownership: BranchOwnership) {
    self.facts = facts
    self.landings = landings
    self.ownership = ownership
  }

  /// Returns all links.
  ///
  /// - Complexity: O(*n* log *n*) for *n* commits, whatever the number of plans and branches, as long
  ///   as branches do not share long unlanded histories.
  static func resolve(
    _ facts: RepositoryFacts, landings: LandingMap, ownership: BranchOwnership
  ) -> LinkTable {
    var resolver = LinkResolver(facts: facts, landings: landings, ownership: ownership)
    resolver.addDenials()
    resolver.addExplicitLinks()
    resolver.addMergedCommits()
    resolver.addBranchCommits()
    return resolver.table
  }

  private mutating func addDenials() {
    for commit in facts.notes.keys {
      for plan in facts.deniedPlans(of: commit) { table.deny(plan, of: commit) }
    }
  }

  private mutating func addExplicitLinks() {
    for (commit, message) in facts.messages {
      let note = facts.notes[commit] ?? PlanNote()
      add(note.kept(of: message.trailers), of: commit, evidence: .trailer)
      add(note.kept(of: message.body), of: commit, evidence: .body)
    }
    for (commit, note) in facts.notes { add(note.references, of: commit, evidence: .note) }
  }

  private mutating func add(
    _ references: [PlanReference], of commit: CommitIndex, evidence: Evidence
  ) {
    for reference in references {
      switch reference {
      case .malformed: continue
      case .none:
        table.decide(commit)
      case .plan, .milestone, .path, .foreign:
        let plan = facts.plans.position(of: reference)
        // What is taken back was never said: a merge or a branch may still tell of another plan.
        if let plan, evidence != .note, table.isDenied(plan, of: commit) { continue }
        table.decide(commit)
        guard let plan else {
          if !isExplained(reference, of: commit) { table.addUnknown(reference, in: commit) }
          continue
        }
        var milestone: MilestoneID?
        if case .milestone(let id) = reference { milestone = id }
        table.add(commit, to: plan, evidence: evidence, milestone: milestone)
      }
    }
  }

  /// Whether a path that leads nowhere is no riddle, because a note names the plan that the document became.
  private func isExplained(_ reference: PlanReference, of commit: CommitIndex) -> Bool {
    guard case .path = reference, let note = facts.notes[commit] else { return false }
    return note.references.contains { facts.plans.position(of: $0) != nil }
  }

  /// A merge that carries a plan's ID, or names a branch of it, gives what it brought in to the plan.
  private mutating func addMergedCommits() {
    var inherited: [(commit: CommitIndex, plan: Int)] = []
    for (merge, message) in facts.messages where facts.graph.isMerge(merge) {
      // A pull request of a fork may come from a branch that is named like the target.
      let isPullRequest = !message.pullRequests.isEmpty && landings.point(of: merge) == merge
      if mergesTarget(message), !isPullRequest { continue }
      let carried = table.links(of: merge).filter { $0.evidence.isExplicit }.map(\.plan)
      // A merge does not say of a branch what the branch's last commit takes back.
      let sides = facts.graph.parents(of: merge).dropFirst()
      let named = message.mergedBranches.map { name in
        ownership.plans(ofBranchNamed: name).filter { plan in
          !table.isDenied(plan, of: merge) && !sides.contains { table.isDenied(plan, of: $0) }
        }
      }
      if carried.isEmpty, named.allSatisfy(\.isEmpty) { continue }
      for plan in named.joined() { inherited.append((merge, plan)) }
      let others = facts.graph.parents(of: merge).dropFirst()
      for (number, parent) in others.enumerated() {
        // A merge names its branches in the order of its parents. Where it names more, the first ones
        // were fast-forwarded to and are the first parent's line.
        let own =
          named.count >= others.count
          ? named[named.count - others.count + number] : Array(named.joined())
        let plans = Set(carried + own)
        if plans.isEmpty { continue }
        for (commits, plans) in shares(
          of: broughtIn(by: merge, through: parent), at: landings.point(of: merge),
          through: parent, plans: plans)
        {
          for commit in commits {
            for plan in plans { inherited.append((commit, plan)) }
          }
        }
      }
    }
    for (commit, plan) in inherited { inherit(commit, plan: plan, evidence: .merge) }
  }

  /// What a merge brought in, by plans: a branch that the merged one was started from keeps what is its own.
  private func shares(
    of commits: [CommitIndex], at point: CommitIndex?, through side: CommitIndex, plans: Set<Int>
  ) -> [(commits: [CommitIndex], plans: Set<Int>)] {
    guard let point, let candidates = ownership.merged[point] else { return [(commits, plans)] }
    let brought = Set(commits)
    let lower = candidates.filter { branch in
      branch.facts.head != side && Set(branch.plans) != plans && brought.contains(branch.facts.head)
    }
    if lower.isEmpty { return [(commits, plans)] }
    var rest = brought
    var shares: [(commits: [CommitIndex], plans: Set<Int>)] = []
    for branch in lower.sorted(by: { $0.facts.head < $1.facts.head }) {
      var own: [CommitIndex] = []
      var stack = [branch.facts.head]
      while let commit = stack.popLast() {
        guard commit != branch.facts.base, rest.remove(commit) != nil else { continue }
        own.append(commit)
        stack.append(contentsOf: facts.graph.parents(of: commit))
      }
      shares.append((own, Set(branch.plans)))
    }
    return shares + [(Array(rest), plans)]
  }

  /// Whether a merge took the target into a branch: it brings in others' work, not the plan's.
  private func mergesTarget(_ message: MessageFacts) -> Bool {
    guard let target = facts.target else { return false }
    return message.mergedBranches.contains { $0 == target.shorthand || ownership.isTarget($0) }
  }

  /// The commits that one side of a merge added to the first side, without those that had come to the
  /// target in another way before: a branch that took in the target brings nothing of it back.
  private func broughtIn(by merge: CommitIndex, through side: CommitIndex) -> [CommitIndex] {
    if landings.point(of: merge) == merge { return landed(by: merge, through: side) }
    guard let first = facts.graph.firstParent(of: merge) else { return [] }
    return facts.graph.difference(from: [side], excluding: [first]).commits
      .filter { landings.landedTogether($0, merge) }
  }

  /// The same for a merge on the target's first-parent chain, where the landing map knows the answer.
  private func landed(by merge: CommitIndex, through side: CommitIndex) -> [CommitIndex] {
    var seen: Set<CommitIndex> = []
    var stack = [side]
    while let commit = stack.popLast() {
      guard landings.landedTogether(commit, merge), seen.insert(commit).inserted else { continue }
      stack.append(contentsOf: facts.graph.parents(of: commit))
    }
    return Array(seen)
  }

  private mutating func addBranchCommits() {
    for branch in ownership.branches {
      for plan in branch.plans {
        for commit in branch.own { inherit(commit, plan: plan, evidence: .branch) }
      }
    }
  }

  /// Links a commit that does not say what it belongs to; one that does keeps what it says.
  private mutating func inherit(_ commit: CommitIndex, plan: Int, evidence: Evidence) {
    let isOwn = table.links(of: commit).contains { $0.plan == plan }
    if isOwn || !table.isDecided(commit) { table.add(commit, to: plan, evidence: evidence) }
  }
}
