/// The words that the format allows in the fields of its front matter, in the order people read them.
///
/// Beside the words of the format's own document, agentrules 4.3.0 accepts the domain `fullstack` and
/// the areas `backend` and `frontend`; repositories use them, so that they are words here too.
package enum Vocabulary {
  package static let statuses = PlanStatus.allCases.map(\.rawValue)
  package static let kinds = [
    "feature", "refactor", "bugfix", "migration", "infra", "spike", "perf", "docs", "tests",
  ]
  package static let domains = [
    "backend", "frontend", "console", "infra", "cross-cutting", "fullstack",
  ]
  /// The areas that a plan may touch.
  package static let touches = [
    "api", "db", "ui", "cli", "agents", "ops", "security", "tests", "docs", "backend", "frontend",
  ]
  package static let risks = ["low", "med", "high"]

  /// The keys that every plan needs.
  package static let requiredKeys = [
    "id", "title", "status", "kind", "domain", "owner", "created", "updated",
  ]
  /// All keys of the format in the order of its skeleton.
  package static let keys =
    requiredKeys + [
      "tags", "touches", "risk", "breaking", "migration", "links", "depends_on", "supersedes",
    ]

  /// The states of a milestone. Beside those of the template of agentrules, documents record those of plans.
  package static let milestoneStatuses =
    ["planned", "in_progress", "active", "blocked", "paused"] + completedMilestoneStatuses
  /// The states in which the work of a milestone is over.
  package static let completedMilestoneStatuses = ["completed", "complete", "done", "archived"]
  /// The keys that every milestone needs.
  package static let requiredMilestoneKeys = [
    "id", "execplan_id", "ms", "title", "status", "domain", "owner", "created", "updated",
  ]
  /// All keys of milestones.
  package static let milestoneKeys = requiredMilestoneKeys + ["tags", "risk", "links"]

  /// The keys whose values are lists.
  static let listKeys = ["tags", "touches", "depends_on", "supersedes"]
  /// The keys whose values are days.
  static let dateKeys = ["created", "updated"]
  /// The keys whose values are true or false.
  static let flagKeys = ["breaking", "migration"]

  /// The keys that a document needs.
  static func requiredKeys(of format: DocumentFormat) -> [String] {
    switch format {
    case .plan: requiredKeys
    case .milestone: requiredMilestoneKeys
    case .free: []
    }
  }

  /// The keys that a document may have.
  static func keys(of format: DocumentFormat) -> [String] {
    format == .milestone ? milestoneKeys : keys
  }

  /// The states that a document may record.
  static func statuses(of format: DocumentFormat) -> [String] {
    format == .milestone ? milestoneStatuses : statuses
  }
}
