/// What a plan needs beyond landed work to be done; config `execplan.doneWhen`.
package enum DoneCondition: String, Hashable, Sendable, CaseIterable {
  /// Nothing.
  case merged
  /// No unfinished milestone document.
  case milestones
  /// No unfinished milestone document and no unticked box in Progress.
  case progress
}
