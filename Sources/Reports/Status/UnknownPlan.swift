package import Correlation
import GitModel
import Plans

/// A plan that commits name and no known document describes.
package struct UnknownPlan: Hashable, Sendable {
  /// What the commits say, an ID or a path.
  package let value: String
  /// How many commits say so.
  package let commits: Int

  /// Returns all of them, ordered by what the commits say.
  package static func list(_ answers: Answers) -> [UnknownPlan] {
    var counts: [String: Set<CommitIndex>] = [:]
    for (reference, commits) in answers.links.unknown {
      let value: String
      switch reference {
      case .plan(let id): value = id.description
      case .milestone(let id): value = id.plan.description
      case .path(let path): value = path.description
      case .foreign(let text): value = text
      case .none, .malformed: continue
      }
      counts[value, default: []].formUnion(commits)
    }
    return counts.sorted { $0.key < $1.key }.map { UnknownPlan(value: $0, commits: $1.count) }
  }
}
