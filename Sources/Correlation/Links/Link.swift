package import Plans

/// That a commit belongs to a plan.
package struct Link: Hashable, Sendable {
  /// The plan's place among the facts' plans.
  package let plan: Int
  package var evidence: EvidenceSet
  /// The milestones of the plan that the commit names, in order of appearance.
  package var milestones: [MilestoneID]
}
