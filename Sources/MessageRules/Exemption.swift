import GitModel

/// The commits that need no plan of their own, each for its reason.
package enum Exemption: String, Hashable, Sendable, CaseIterable {
  /// A merge, by its parents, by MERGE_HEAD, or by the title that git gives to merges.
  case merge
  /// What `git revert` writes: `Revert "…"`.
  case revert
  /// What `git revert` of a revert writes: `Reapply "…"`.
  case reapply
  /// A commit that a later `git rebase --autosquash` takes away: `fixup!`, `squash!`, `amend!`.
  case fixup
  /// What `git merge --squash` writes: `Squashed commit of the following:`.
  case squashCommitList = "squash-commit-list"
  /// A merge that a forge made: `Merge pull request #N …`, `Merged PR N: …`, `Merged in …`.
  case forgeMerge = "forge-merge"
  /// A merge that a program made: `Automatic merge …`.
  case automaticMerge = "automatic-merge"
  /// A commit without parents: no plan can come before it.
  case root
  /// A commit that changes plan documents alone. It belongs to the plans whose documents they are, or, with
  /// the registry alone, to none.
  case upkeep
  /// A commit of an author who is a program.
  case bot
  /// A commit whose subject fits a pattern of the configuration.
  case subject

  /// What such a commit is, for people.
  package var summary: String {
    switch self {
    case .merge: "a merge"
    case .revert: "a revert"
    case .reapply: "a revert of a revert"
    case .fixup: "a commit to be squashed into another"
    case .squashCommitList: "a squash of commits that its message lists"
    case .forgeMerge: "a merge that a forge made"
    case .automaticMerge: "a merge that a program made"
    case .root: "a commit without parents"
    case .upkeep: "a commit of plan documents alone"
    case .bot: "a commit of a bot"
    case .subject: "a commit whose subject is exempt"
    }
  }

  private static let fixupOpenings = ["fixup! ", "squash! ", "amend! "]

  /// How the subjects of each kind start, where words alone tell. The first row that fits counts.
  private static let openings: [(exemption: Exemption, openings: [String])] = [
    (.fixup, fixupOpenings),
    (.revert, ["Revert \""]),
    (.reapply, ["Reapply \""]),
    (.squashCommitList, [SquashMessage.subject]),
    (.forgeMerge, ["Merge pull request ", "Merged PR ", "Merged in "]),
    (.automaticMerge, ["Automatic merge", "Auto-merged ", "Auto merge of #"]),
  ]

  /// Returns the kinds that a subject alone tells.
  package static func exemptions(bySubject subject: String) -> [Exemption] {
    var found: [Exemption] = []
    for row in openings where row.openings.contains(where: subject.hasPrefix) {
      found.append(row.exemption)
    }
    if found.isEmpty, MergeMessage(subject: subject) != nil { found.append(.merge) }
    return found
  }

  /// Says whether a subject is that of a commit made to be squashed into another.
  package static func isFixup(subject: String) -> Bool {
    fixupOpenings.contains(where: subject.hasPrefix)
  }
}
