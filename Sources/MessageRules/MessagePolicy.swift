package import Plans

/// What a repository demands of its commit messages.
package struct MessagePolicy: Hashable, Sendable {
  /// The weights of rules that are no errors.
  package var levels: [MessageRule: LintLevel]
  /// The commits that need no plan. Without `fixup`, such commits are findings.
  package var exemptions: Set<Exemption>
  /// The authors who are programs, by name or e-mail address.
  package var bots: [WildcardPattern]
  /// The subjects of commits that need no plan.
  package var subjects: [WildcardPattern]

  package init(
    levels: [MessageRule: LintLevel] = [:],
    exemptions: Set<Exemption> = Set(Exemption.allCases),
    bots: [WildcardPattern] = MessagePolicy.knownBots, subjects: [WildcardPattern] = []
  ) {
    self.levels = levels
    self.exemptions = exemptions
    self.bots = bots
    self.subjects = subjects
  }

  /// The bots that count as such without configuration. Programs that do a person's work, as coding agents
  /// do, are not among them: that work has a plan.
  package static let knownBots = [
    "dependabot[bot]", "dependabot-preview[bot]", "renovate[bot]", "github-actions[bot]",
    "pre-commit-ci[bot]",
  ].map { WildcardPattern($0) }

  /// What holds while a commit is made: everything is exempt that can be.
  package static let hook = MessagePolicy()

  /// What holds for commits that others get to see: as `hook`, but fixups had to be squashed.
  package static let published = MessagePolicy(
    exemptions: Set(Exemption.allCases).subtracting([.fixup]))

  /// Returns the weight of a rule.
  package func level(of rule: MessageRule) -> LintLevel { levels[rule] ?? .error }

  /// Says whether an author is one of the bots.
  package func isBot(_ author: CommitAuthor) -> Bool {
    bots.contains { $0.matches(author.name) || $0.matches(author.email) }
  }
}
