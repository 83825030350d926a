/// Lists of rules, by what they look at.
package struct LintRules: Sendable {
  package var documents: [any DocumentRule]
  package var bodies: [any BodyRule]
  package var trees: [any TreeRule]
  package var histories: [any HistoryRule]

  init(
    documents: [any DocumentRule] = [], bodies: [any BodyRule] = [], trees: [any TreeRule] = [],
    histories: [any HistoryRule] = []
  ) {
    self.documents = documents
    self.bodies = bodies
    self.trees = trees
    self.histories = histories
  }

  /// Every rule that there is.
  package static let all = LintRules(
    documents: registry.documents + milestones.documents + [
      UnknownKey(), InvalidList(), NestedLink(), OddBoolean(), MultilineValue(), OwnerHandle(),
      FileSlug(), FolderDate(), DoneInActive(), MilestoneInActive(),
    ],
    bodies: [
      MissingHeading(), MissingSection(), DuplicateSection(), MissingCheckbox(),
      CheckboxOutsideProgress(), UntickedCheckbox(), OddMark(), BlankAfterHeading(), Envelope(),
      UnclosedFence(), CodeFence(),
    ],
    trees: registry.trees + milestones.trees + [
      StrayMilestone(), MilestoneGap(), IDCollision(), RegistryOutdated(),
    ],
    histories: [IDChanged(), StaleUpdated(), StatusDrift()])

  /// The rules that tell whether a registry can be written, whatever a repository configures. The errors
  /// are those of agentrules 4.3.0; it accepts an empty title or owner, which `str(None)` turns into the
  /// word `None`, and this does not.
  package static let registry = LintRules(
    documents: [
      MissingFrontMatter(), UnterminatedFrontMatter(), InvalidFrontMatter(), LateFrontMatter(),
      ByteOrderMark(), InvalidEncoding(), InvalidFileName(), MissingKey(), InvalidID(),
      IDMismatch(), UnlikelyID(), EmptyTitle(), EmptyOwner(), UnknownStatus(), UnknownKind(),
      UnknownDomain(), UnknownRisk(), UnknownTouches(), InvalidDate(), ShortDate(), DateOrder(),
      InvalidBoolean(), InvalidLinks(), InvalidReference(), SelfReference(), OpenInComplete(),
      ArchivedOutsideComplete(),
    ],
    trees: [UnreadableFile(), DuplicateID(), UnknownReference(), DependencyCycle()])

  /// The rules that hold plans and milestones together.
  package static let milestones = LintRules(
    documents: [MilestoneMismatch()],
    trees: [OrphanMilestone(), MilestoneFolder(), DuplicateMilestone()])

  /// All of them, by name.
  package var list: [any LintRule] {
    let rules: [any LintRule] = documents + bodies + trees + histories
    return rules.sorted { $0.name < $1.name }
  }

  /// Returns the rules that a test holds for.
  func filtered(_ isIncluded: (any LintRule) -> Bool) -> LintRules {
    LintRules(
      documents: documents.filter(isIncluded), bodies: bodies.filter(isIncluded),
      trees: trees.filter(isIncluded), histories: histories.filter(isIncluded))
  }
}
