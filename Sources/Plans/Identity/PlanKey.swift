package import GitModel

/// What a plan is known by: its ID, or the path of its document where it has none.
///
/// Ordered: plans with an ID first, by ID; then the others by path.
package enum PlanKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  case id(PlanID)
  case path(RepositoryPath)

  /// The plan's ID, `nil` for a plan that is known by its path.
  package var planID: PlanID? {
    if case .id(let id) = self { id } else { nil }
  }

  /// What a trailer that names the plan refers to.
  package var reference: PlanReference {
    switch self {
    case .id(let id): .plan(id)
    case .path(let path): .path(path)
    }
  }

  package var description: String {
    switch self {
    case .id(let id): id.description
    case .path(let path): path.description
    }
  }
}
