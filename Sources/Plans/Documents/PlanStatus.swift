/// The states that a plan's front matter may record.
package enum PlanStatus: String, Hashable, Sendable, CaseIterable {
  case planned, active, paused, done, archived
}
