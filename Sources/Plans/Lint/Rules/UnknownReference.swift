/// A plan names another one that does not exist, or that is on other branches only.
struct UnknownReference: TreeRule {
  let name = "unknown-reference"
  let summary = "the plans that depends_on and supersedes name exist"
  let level = LintLevel.error

  func findings(in tree: PlanTree) -> [Finding] {
    let known = tree.ids
    let elsewhere = Dictionary(tree.elsewhere.map { ($0.id, $0.place) }) { first, _ in first }
    return tree.documents.compactMap(\.source).filter { $0.format == .plan }.flatMap { document in
      PlanMention.all(in: document).compactMap { mention in
        guard let id = mention.id, !known.contains(id) else { return nil }
        guard let place = elsewhere[id] else {
          return finding(
            in: document, at: mention.node, "there is no plan \(id), which \(mention.key) names")
        }
        // The plan is still to come by a merge.
        var finding = finding(
          in: document, at: mention.node,
          "the plan \(id), which \(mention.key) names, is not here, but on \(place)")
        finding.severity = .warning
        return finding
      }
    }
  }
}
