import GitModel

/// Tells which branches are the same one as a target: its upstream, or its local counterpart.
struct TargetSides {
  private let branches: [String: Branch]
  /// Where the target is at home: branches of the same name on other remotes are forks'.
  private let home: String

  init(branches: [Branch], home: String) {
    self.branches = Dictionary(branches.map { ($0.reference, $0) }) { first, _ in first }
    self.home = home
  }

  func isSide(_ branch: Branch, of reference: String?) -> Bool {
    guard let target = reference.flatMap({ branches[$0] }) else { return false }
    return branch.reference == target.reference
      || branch.reference == target.upstream
      || branch.upstream == target.reference && branch.name == target.name
      || branch.name == target.name && (branch.remote ?? home) == home
  }
}
