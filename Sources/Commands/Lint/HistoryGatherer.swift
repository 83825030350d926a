import Correlation
import GitModel
import GitStore
import Plans

/// Gathers what rules about history look at.
struct HistoryGatherer {
  let session: Session

  /// Returns the history of the documents at hand; `nil` in a shallow clone, which knows only a part of it.
  ///
  /// - Parameters:
  ///   - selection: The documents to follow.
  ///   - withStatus: Whether the state of plans by git is asked for.
  func gather(
    _ tree: PlanTree, of selection: LintSelection, withStatus: Bool
  ) throws -> PlanTreeHistory? {
    if session.repository.isShallow {
      session.note("this is a shallow clone: rules about history are not asked")
      return nil
    }
    let documents = tree.documents.filter { selection.contains($0.path) }
    let isAsked = withStatus && documents.contains { $0.plan?.status == .done }
    return PlanTreeHistory(
      tree: tree, documents: try DocumentHistoryReader(session).histories(of: documents, in: tree),
      drifts: isAsked ? try drifts() : [], today: session.environment.today)
  }

  private func drifts() throws -> [PlanTreeHistory.Drift] {
    // What is wrong with documents is told by rules.
    let answering = try Answering(session.silenced())
    return answering.answers.plans.filter(\.isDrift).map { answer in
      PlanTreeHistory.Drift(
        key: answer.plan.key, derived: answer.derived, reason: answer.reason)
    }
  }
}
