/// The names of the rules that a commit message can break. Scripts rely on them.
package enum MessageRule: String, Hashable, Sendable, CaseIterable {
  case missingID = "missing-id"
  case malformedID = "malformed-id"
  case unknownPlan = "unknown-plan"
  case closedPlan = "closed-plan"
  case unknownMilestone = "unknown-milestone"
  case foreignMilestone = "foreign-milestone"
  case fixupCommit = "fixup-commit"

  /// What a message that breaks the rule does, as a sentence without its subject.
  package var summary: String {
    switch self {
    case .missingID: "names no plan"
    case .malformedID: "has an ID that cannot be read"
    case .unknownPlan: "names a plan without a document"
    case .closedPlan: "names a plan that was done or archived already"
    case .unknownMilestone: "names a milestone without a document"
    case .foreignMilestone: "names a plan, and a milestone of another one"
    case .fixupCommit: "is still to be squashed into another commit"
    }
  }
}
