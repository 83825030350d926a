import GitModel
import YAML

/// Another branch or work tree has another plan under the same ID: once both are merged, nobody knows what
/// commits mean by it.
struct IDCollision: TreeRule {
  let name = "id-collision"
  let summary = "no other branch or work tree gives a plan's ID to another plan"
  let level = LintLevel.warn

  func findings(in tree: PlanTree) -> [Finding] {
    let others = Dictionary(grouping: tree.elsewhere.filter { !$0.isSame }, by: \.id)
    return tree.documents.compactMap { document in
      guard let id = document.plan?.key.planID, let found = others[id], let first = found.first
      else { return nil }
      let start = document.source?["id"]?.range.start
      let more = found.count > 1 ? ", and in \(found.count - 1) more places" : ""
      return finding(
        at: document.path, line: start?.line ?? 1, column: start?.column ?? 1,
        "the ID \(id) is also that of another plan, \(first.path) on \(first.place)\(more); "
          + "run 'git execplan renumber' for one of them before they meet")
    }
  }
}
