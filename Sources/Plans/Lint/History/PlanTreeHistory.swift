/// What git's history tells of the documents at hand.
package struct PlanTreeHistory: Hashable, Sendable {
  /// A plan whose document records another state than git shows.
  package struct Drift: Hashable, Sendable {
    package var key: PlanKey
    package var derived: PlanStatus?
    /// Why, in one line without a period at its end.
    package var reason: String

    package init(key: PlanKey, derived: PlanStatus?, reason: String) {
      self.key = key
      self.derived = derived
      self.reason = reason
    }
  }

  package let tree: PlanTree
  package let documents: [DocumentHistory]
  package let drifts: [Drift]
  /// The day of changes that are not committed yet.
  package let today: CalendarDate

  package init(
    tree: PlanTree, documents: [DocumentHistory], drifts: [Drift], today: CalendarDate
  ) {
    self.tree = tree
    self.documents = documents
    self.drifts = drifts
    self.today = today
  }
}
