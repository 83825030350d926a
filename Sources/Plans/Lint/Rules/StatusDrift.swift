/// A plan records that it is done, and git knows better.
struct StatusDrift: HistoryRule {
  let name = "status-drift"
  let summary = "a plan is not done while git shows open work"
  let level = LintLevel.warn

  func findings(in history: PlanTreeHistory) -> [Finding] {
    let drifts = Dictionary(history.drifts.map { ($0.key, $0) }) { first, _ in first }
    return history.tree.documents.compactMap { document in
      guard let source = document.source, let plan = document.plan, plan.status == .done,
        let drift = drifts[plan.key]
      else { return nil }
      let derived = drift.derived?.rawValue ?? "another status"
      return finding(
        in: source, at: source["status"],
        "git shows \(derived), not done: \(drift.reason); run 'git execplan sync' to write it")
    }
  }
}
