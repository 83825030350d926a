package import GitModel
package import Plans

/// Everything that the answers depend on, gathered in one pass over a repository.
package struct RepositoryFacts: Sendable {
  package var graph: CommitGraph
  /// What the messages say that say anything about plans, merges or pull requests.
  package var messages: [CommitIndex: MessageFacts]
  /// Who wrote each commit and what its title is, by its place in the graph; empty where that was not read.
  package var identities: [CommitIdentity] = []
  /// What messages hold of the titles of other commits, where they do.
  package var squashTitles: [CommitIndex: SquashTitles] = [:]
  /// The commits at the border of a shallow clone, whose parents are not there.
  package var shallowBorder: Set<CommitIndex> = []
  /// Where the pull requests are.
  package var forge = Forge()
  package var pullRequestHeads = PullRequestHeads()
  /// What git notes say of plans.
  package var notes: [CommitIndex: PlanNote]
  package var branches: [BranchFacts]
  /// What is checked out, `nil` before the first commit.
  package var head: CommitIndex?
  /// Where work lands; `nil` where the repository has no such branch yet.
  package var target: TargetFacts?
  /// Other targets, which decide nothing and are reported beside the first, in the order of the configuration.
  package var furtherTargets: [TargetFacts] = []
  /// The tags that are releases, in any order.
  package var releases: [ReleaseTag]
  package var plans: PlanDirectory

  package init(
    graph: CommitGraph, messages: [CommitIndex: MessageFacts] = [:],
    notes: [CommitIndex: PlanNote] = [:], branches: [BranchFacts] = [],
    head: CommitIndex? = nil, target: TargetFacts? = nil, releases: [ReleaseTag] = [],
    plans: PlanDirectory = PlanDirectory(plans: [])
  ) {
    self.graph = graph
    self.messages = messages
    self.notes = notes
    self.branches = branches
    self.head = head
    self.target = target
    self.releases = releases
    self.plans = plans
  }
}

extension RepositoryFacts {
  /// Returns the places of the plans that a commit's note denies. A milestone that is denied leaves its
  /// plan.
  func deniedPlans(of commit: CommitIndex) -> Set<Int> {
    guard let note = notes[commit] else { return [] }
    return Set(
      note.denied.compactMap { denied in
        if case .milestone = denied { return nil }
        return plans.position(of: denied)
      })
  }
}

/// The branch that work lands on.
package struct TargetFacts: Hashable, Sendable {
  /// The full name of the reference, or the revision as it was given.
  package let reference: String
  package let commit: CommitIndex

  package init(reference: String, commit: CommitIndex) {
    self.reference = reference
    self.commit = commit
  }

  /// The name as people write it: `main`, `origin/main`.
  package var shorthand: String { Self.shorthand(of: reference) }

  /// Returns the name of a reference as people write it.
  package static func shorthand(of reference: String) -> String {
    for prefix in ["refs/heads/", "refs/remotes/", "refs/tags/"]
    where reference.hasPrefix(prefix) {
      return String(reference.dropFirst(prefix.count))
    }
    return reference
  }
}
