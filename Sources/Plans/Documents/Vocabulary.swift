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

  /// The keys whose values are days.
  static let dateKeys = ["created", "updated"]
  /// The keys whose values are true or false.
  static let flagKeys = ["breaking", "migration"]
}
