package import GitModel

/// What a path below a folder of plans is.
package enum PlanPathKind: Hashable, Sendable {
  /// A plan document of the format, `EP-….md`, with the ID that its name carries; `nil` where the name
  /// carries none, such as `EP-2026-draft.md`.
  case plan(PlanID?)
  /// A Markdown file below a configured folder: a plan that is known by its path, unless its front
  /// matter carries an ID.
  case document
  /// A milestone document: the ID that its name carries (`nil` for names that carry the sequence alone),
  /// the sequence, and the folder that holds the plan.
  case milestone(MilestoneID?, sequence: Int, planFolder: RepositoryPath)
  /// The registry of the plans.
  case registry
  /// Anything else: notes and attachments.
  case otherPlanFile
}
