import Plans

/// Says what is wrong with plan documents.
struct DocumentProblems {
  private let findings: [Finding]

  init(_ catalog: PlanCatalog) {
    findings = catalog.documents.flatMap(\.findings).filter { $0.severity == .error }.sorted()
  }

  /// Warns about documents that break the format: of one by its first error, of several by their count.
  func warn(_ session: Session) {
    guard let first = findings.first else { return }
    let documents = Set(findings.map(\.path)).count
    if documents == 1 {
      session.warn(Self.line(first))
    } else {
      session.warn(
        "\(documents) plan documents break the format; "
          + "run 'git execplan registry check' to see where")
    }
  }

  /// Refuses to go on where a plan's own document cannot be read.
  func check(_ plan: Plan) throws {
    let unreadable = findings.first { finding in
      finding.path == plan.path && plan.status == nil && plan.key.planID != nil
    }
    guard let unreadable else { return }
    throw CommandError(
      Self.line(unreadable), hint: "mend the front matter of \(plan.path), then run this again")
  }

  /// Returns a finding on one line, in the form that editors understand.
  static func line(_ finding: Finding) -> String {
    "\(finding.path):\(finding.line):\(finding.column): \(finding.message)"
  }
}
