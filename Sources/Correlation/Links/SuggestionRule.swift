package import GitModel
import Plans

/// Suggests links from weak evidence; the section "Links afterwards" of `docs/semantics.md`.
package struct SuggestionRule: Sendable {
  /// A commit that changes the files of more plans than this is housekeeping: a new layout, another format.
  private static let mostPlans = 3

  private let facts: RepositoryFacts
  private let links: LinkTable

  package init(facts: RepositoryFacts, links: LinkTable) {
    self.facts = facts
    self.links = links
  }

  /// Says whether a commit may be given a plan: it says nothing of plans itself, and it is no merge.
  package func isOpenToSuggestions(_ commit: CommitIndex) -> Bool {
    !facts.graph.isMerge(commit) && !links.isDecided(commit)
  }

  /// Returns the plans that a commit may belong to, by key.
  package func suggestions(
    for commit: CommitIndex, _ evidence: WeakEvidence
  ) -> [LinkSuggestion] {
    guard isOpenToSuggestions(commit) else { return [] }
    let mentioned = Set(evidence.mentioned.compactMap { facts.plans.position(of: $0) })
    var changed = Set(evidence.changed.compactMap { facts.plans.position(of: $0) })
    if changed.count > Self.mostPlans { changed = [] }
    let known = Set(links.links(of: commit).map(\.plan))
    let denied = facts.notes[commit].map { note in
      Set(note.denied.compactMap { facts.plans.position(of: $0) })
    }
    return mentioned.union(changed).subtracting(known).subtracting(denied ?? []).sorted().map {
      plan in
      var reasons: [String] = []
      var kinds: [LinkSuggestion.Evidence] = []
      if mentioned.contains(plan) {
        kinds.append(.mention)
        reasons.append("its message names the plan")
      }
      if changed.contains(plan) {
        kinds.append(.path)
        reasons.append(
          evidence.changesOthers
            ? "it changes the plan's files and others" : "it changes the plan's files")
      }
      return LinkSuggestion(
        commit: commit, plan: plan, evidence: kinds, reason: reasons.joined(separator: ", "))
    }
  }
}
