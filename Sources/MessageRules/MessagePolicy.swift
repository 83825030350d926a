/// What a repository demands of its commit messages.
package struct MessagePolicy: Hashable, Sendable {
  /// Whether each commit needs a plan or the word that it has none.
  package var isRequired: Bool
  /// Whether commits may name plans that are done or archived.
  package var allowsClosedPlans: Bool
  /// The commits that need no plan. Without `fixup`, such commits are findings.
  package var exemptions: Set<Exemption>

  package init(
    isRequired: Bool = true, allowsClosedPlans: Bool = false,
    exemptions: Set<Exemption> = Set(Exemption.allCases)
  ) {
    self.isRequired = isRequired
    self.allowsClosedPlans = allowsClosedPlans
    self.exemptions = exemptions
  }

  /// Whether a commit that is to be squashed into another is fine, as it is before a push.
  package var allowsFixup: Bool { exemptions.contains(.fixup) }

  /// What holds while a commit is made: everything is exempt that can be.
  package static let hook = MessagePolicy()

  /// What holds for commits that others get to see: as `hook`, but fixups had to be squashed.
  package static let published = MessagePolicy(
    exemptions: Set(Exemption.allCases).subtracting([.fixup]))
}
