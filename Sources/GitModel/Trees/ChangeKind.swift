/// What a commit changes, seen from the plans.
package enum ChangeKind: Hashable, Sendable {
  /// Something beside plan documents: code, tests, other docs.
  case work
  /// Nothing but plan documents (plans, milestones, the registry), or nothing at all.
  case upkeep
  /// A merge, which is no work of its own.
  case merge
}
