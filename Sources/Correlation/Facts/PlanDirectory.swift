package import GitModel
package import Plans

/// The known plans, and the ways in which commits name them.
package struct PlanDirectory: Sendable {
  /// The plans, ordered by key.
  package let plans: [Plan]
  private let positions: [PlanKey: Int]
  private let paths: [RepositoryPath: Int]

  /// Creates a directory.
  ///
  /// - Parameters:
  ///   - plans: Of several documents with one key, the first counts.
  ///   - formerPaths: Where documents were before they were renamed, with the path they have now.
  package init(plans: [Plan], formerPaths: [RepositoryPath: RepositoryPath] = [:]) {
    var positions: [PlanKey: Int] = [:]
    var paths: [RepositoryPath: Int] = [:]
    var kept: [Plan] = []
    var seen: Set<PlanKey> = []
    for plan in plans where seen.insert(plan.key).inserted { kept.append(plan) }
    kept.sort { $0.key < $1.key }
    for (position, plan) in kept.enumerated() {
      positions[plan.key] = position
      paths[plan.path] = position
    }
    for (former, current) in formerPaths where paths[former] == nil {
      paths[former] = paths[current]
    }
    self.plans = kept
    self.positions = positions
    self.paths = paths
  }

  /// Where the documents are, and where they were before they were renamed, in no particular order.
  package var documentPaths: some Collection<RepositoryPath> { paths.keys }

  /// Returns the place of the plan that a key names.
  package func position(ofKey key: PlanKey) -> Int? { positions[key] }

  /// Returns the place of the plan that a commit's words name; `nil` where no document is known.
  ///
  /// The path of a document whose file name carries an ID names the plan with that ID wherever it
  /// has moved since.
  package func position(of reference: PlanReference) -> Int? {
    switch reference {
    case .plan(let id): positions[.id(id)]
    case .milestone(let id): positions[.id(id.plan)]
    case .path(let path):
      paths[path]
        ?? PlanID(prefixOf: Array(path.name.utf8)[...]).flatMap { positions[.id($0)] }
    case .none, .foreign, .malformed: nil
    }
  }

  /// Returns the places of the plans whose IDs stand in the name of a branch.
  package func positions(inBranchName name: String) -> [Int] {
    PlanID.all(in: name).compactMap { positions[.id($0)] }
  }
}
