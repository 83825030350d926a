/// The names of the rules that a commit message can break. Scripts rely on them.
package enum MessageRule: String, Hashable, Sendable, CaseIterable {
  case missingID = "missing-id"
  case malformedID = "malformed-id"
  case unknownPlan = "unknown-plan"
  case closedPlan = "closed-plan"
  case unknownMilestone = "unknown-milestone"
  case foreignMilestone = "foreign-milestone"
  case fixupCommit = "fixup-commit"
}
