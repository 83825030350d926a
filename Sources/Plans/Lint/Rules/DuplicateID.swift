import GitModel
import YAML

/// Two documents carry one ID.
struct DuplicateID: TreeRule {
  let name = "duplicate-id"
  let summary = "an ID belongs to one plan"
  let level = LintLevel.error

  func findings(in tree: PlanTree) -> [Finding] {
    var first: [PlanID: RepositoryPath] = [:]
    return tree.documents.compactMap { document in
      guard let id = document.plan?.key.planID else { return nil }
      guard let other = first[id] else {
        first[id] = document.path
        return nil
      }
      let start = document.source?["id"]?.range.start
      return finding(
        at: document.path, line: start?.line ?? 1, column: start?.column ?? 1,
        "the ID \(id) is also that of \(other)")
    }
  }
}
