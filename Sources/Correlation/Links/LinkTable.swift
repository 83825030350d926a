package import GitModel
package import Plans

/// All links between commits and plans.
package struct LinkTable: Sendable {
  private var links: [CommitIndex: [Link]] = [:]
  /// Words of commits that name a plan without a known document, with the commits that say so.
  package private(set) var unknown: [PlanReference: [CommitIndex]] = [:]
  /// Commits whose message or note says what they belong to, be it nothing.
  private var decided: Set<CommitIndex> = []
  /// The plans that the notes of commits deny.
  private var denied: [CommitIndex: Set<Int>] = [:]

  init() {}

  /// Returns the links of a commit, in no particular order.
  package func links(of commit: CommitIndex) -> [Link] { links[commit] ?? [] }

  /// Every linked commit, in no particular order.
  package var commits: some Collection<CommitIndex> { links.keys }

  /// The number of linked commits.
  package var count: Int { links.count }

  /// Returns the linked commits of each plan, newest first.
  package func commitsByPlan(count: Int) -> [[(commit: CommitIndex, link: Link)]] {
    var grouped = [[(commit: CommitIndex, link: Link)]](repeating: [], count: count)
    for (commit, links) in links {
      for link in links { grouped[link.plan].append((commit, link)) }
    }
    for position in grouped.indices { grouped[position].sort { $0.commit > $1.commit } }
    return grouped
  }

  /// Says whether a commit names what it belongs to itself.
  package func isDecided(_ commit: CommitIndex) -> Bool { decided.contains(commit) }

  /// Says whether a note takes back whatever else says that a commit belongs to a plan.
  func isDenied(_ plan: Int, of commit: CommitIndex) -> Bool {
    denied[commit]?.contains(plan) ?? false
  }

  /// Notes that a commit does not belong to a plan, unless its own note says so.
  mutating func deny(_ plan: Int, of commit: CommitIndex) {
    denied[commit, default: []].insert(plan)
  }

  /// Notes that a commit says what it belongs to.
  mutating func decide(_ commit: CommitIndex) { decided.insert(commit) }

  mutating func addUnknown(_ reference: PlanReference, in commit: CommitIndex) {
    unknown[reference, default: []].append(commit)
  }

  mutating func add(
    _ commit: CommitIndex, to plan: Int, evidence: Evidence, milestone: MilestoneID? = nil
  ) {
    if evidence != .note, isDenied(plan, of: commit) { return }
    var own = links[commit] ?? []
    let position: Int
    if let found = own.firstIndex(where: { $0.plan == plan }) {
      position = found
      own[position].evidence.insert(evidence)
    } else {
      position = own.count
      own.append(Link(plan: plan, evidence: EvidenceSet(evidence), milestones: []))
    }
    if let milestone, !own[position].milestones.contains(milestone) {
      own[position].milestones.append(milestone)
    }
    links[commit] = own
  }

  /// Gives the plans of commits to the commits of targets that hold their work under another name, where
  /// these do not say themselves what they belong to.
  ///
  /// - Returns: The commits that were not linked before.
  mutating func addCopies(_ answers: LandingFacts) -> [CommitIndex] {
    var added: Set<CommitIndex> = []
    let said = links
    // A copy may have copies of its own.
    var queue = answers.copies.keys.filter { !links(of: $0).isEmpty }.sorted()
    var place = 0
    while place < queue.count {
      let commit = queue[place]
      place += 1
      let own = links(of: commit)
      for copy in Set((answers.copies[commit] ?? []).compactMap(\.way.copy)).sorted() {
        let isNew = links[copy] == nil
        for link in own { add(copy, to: link.plan, asCopyOf: commit, link, said: said[copy] ?? []) }
        if isNew, links[copy] != nil {
          added.insert(copy)
          queue.append(copy)
        }
      }
    }
    return added.sorted()
  }

  /// - Parameter said: The links that a copy had before anything was known of copies.
  private mutating func add(
    _ copy: CommitIndex, to plan: Int, asCopyOf commit: CommitIndex, _ link: Link, said: [Link]
  ) {
    let own = said.first { $0.plan == plan }
    guard own != nil || !isDecided(copy), !isDenied(plan, of: copy) else { return }
    // A commit that was picked to another branch is no copy of the pick.
    if own != nil, copy < commit { return }
    add(copy, to: plan, evidence: .copy)
    // A copy that names milestones itself knows them better.
    guard own?.milestones.isEmpty ?? true else { return }
    for milestone in link.milestones {
      add(copy, to: plan, evidence: .copy, milestone: milestone)
    }
  }
}
