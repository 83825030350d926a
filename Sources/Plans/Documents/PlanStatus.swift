/// The states that a plan's front matter may record.
package enum PlanStatus: String, Hashable, Sendable, CaseIterable {
  case planned, active, paused, done, archived

  /// Whether it says that the work is over.
  package var isClosed: Bool { self == .done || self == .archived }
}
