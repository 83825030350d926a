package import GitModel
package import Plans

/// What a message is checked against: one plan of the repository.
package struct KnownPlan: Hashable, Sendable {
  package var title: String
  /// The recorded status, `nil` where the document records none.
  package var status: PlanStatus?
  /// Where the document is, so that a message may name the plan by its path too.
  package var path: RepositoryPath?
  package var milestones: Set<MilestoneID>

  package init(
    title: String, status: PlanStatus? = nil, path: RepositoryPath? = nil,
    milestones: Set<MilestoneID> = []
  ) {
    self.title = title
    self.status = status
    self.path = path
    self.milestones = milestones
  }

  /// Creates what is known from a plan's document.
  package init(_ plan: Plan) {
    self.init(
      title: plan.title, status: plan.status, path: plan.path,
      milestones: Set(plan.milestones.map(\.id)))
  }

  /// Whether the document says that the work is over.
  package var isClosed: Bool { status?.isClosed ?? false }
}
