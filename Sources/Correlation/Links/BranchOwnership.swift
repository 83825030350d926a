import GitModel

/// Which branches belong to which plans, and which commits are a branch's own.
struct BranchOwnership {
  /// A branch that configuration or its name gives to plans.
  struct Owned {
    let facts: BranchFacts
    /// The plans' places among the facts' plans.
    let plans: [Int]
    /// What the branch reaches, but neither the target nor a branch further down the same line.
    let own: [CommitIndex]
  }

  private(set) var branches: [Owned] = []
  /// The branches whose tip a merge brought to the target, by this merge.
  private(set) var merged: [CommitIndex: [Owned]] = [:]
  private var plansByName: [String: [Int]] = [:]
  private let directory: PlanDirectory
  private let targetNames: Set<String>

  init(facts: RepositoryFacts, landings: LandingMap, further: FurtherTargets) {
    directory = facts.plans
    targetNames = Set(
      facts.branches.filter(\.isTarget).flatMap { [$0.branch.name, $0.branch.shorthand] })
    var tips: [CommitIndex: [BranchFacts]] = [:]
    for branch in facts.branches where !branch.isTarget {
      tips[branch.head, default: []].append(branch)
    }
    for branch in facts.branches where !branch.isTarget {
      let plans = Self.plans(of: branch, in: facts)
      if plans.isEmpty { continue }
      plansByName[branch.branch.shorthand] = plans
      let owned = Owned(
        facts: branch, plans: plans,
        own: Self.ownCommits(
          of: branch, plans: plans, tips: tips, facts: facts, landings: landings,
          further: further))
      branches.append(owned)
      if let point = landings.point(of: branch.head), point != branch.head,
        !branch.isRecordedEmpty
      {
        merged[point, default: []].append(owned)
      }
    }
  }

  /// Returns the plans of the branch that a merge's message names. The branch may be gone: then its
  /// name alone speaks.
  func plans(ofBranchNamed name: String) -> [Int] {
    plansByName[name] ?? directory.positions(inBranchName: name)
  }

  /// Whether a name means the target, as a local or a remote-tracking branch.
  func isTarget(_ name: String) -> Bool { targetNames.contains(name) }

  /// Configuration decides, else the name, as long as the note of the last commit does not take that back.
  static func plans(of branch: BranchFacts, in facts: RepositoryFacts) -> [Int] {
    let configured = branch.configured.compactMap { facts.plans.position(of: $0) }
    if !configured.isEmpty { return configured }
    let denied = facts.deniedPlans(of: branch.head)
    return facts.plans.positions(inBranchName: branch.branch.name).filter { !denied.contains($0) }
  }

  private static func ownCommits(
    of branch: BranchFacts, plans: [Int], tips: [CommitIndex: [BranchFacts]],
    facts: RepositoryFacts, landings: LandingMap, further: FurtherTargets
  ) -> [CommitIndex] {
    let reached = further.beyondLines(
      unlanded(from: branch.tips, graph: facts.graph, landings: landings))
    // A stacked branch's base keeps its own commits; a branch that was only started here, that serves the
    // same plans, or that is this one on a remote takes nothing away.
    var borders: [CommitIndex] = []
    for commit in reached where !branch.tips.contains(commit) {
      let others = (tips[commit] ?? []).filter { other in
        !other.isRecordedEmpty && other.branch.name != branch.branch.name
          && Self.plans(of: other, in: facts) != plans
      }
      if !others.isEmpty { borders.append(commit) }
    }
    if let base = branch.base, !landings.contains(base) { borders.append(base) }
    if borders.isEmpty { return reached }
    let kept = Set(unlanded(from: borders, graph: facts.graph, landings: landings))
    return reached.filter { !kept.contains($0) }
  }

  /// Returns what `tips` reach and the target does not, in no particular order.
  static func unlanded(
    from tips: [CommitIndex], graph: CommitGraph, landings: LandingMap
  ) -> [CommitIndex] {
    var seen: Set<CommitIndex> = []
    var stack: [CommitIndex] = []
    var found: [CommitIndex] = []
    for tip in tips where !landings.contains(tip) && seen.insert(tip).inserted {
      stack.append(tip)
    }
    while let commit = stack.popLast() {
      found.append(commit)
      for parent in graph.parents(of: commit)
      where !landings.contains(parent) && seen.insert(parent).inserted {
        stack.append(parent)
      }
    }
    return found
  }
}
