/// A plan names another one that does not exist.
struct UnknownReference: TreeRule {
  let name = "unknown-reference"
  let summary = "the plans that depends_on and supersedes name exist"
  let level = LintLevel.error

  func findings(in tree: PlanTree) -> [Finding] {
    let known = tree.ids
    return tree.documents.compactMap(\.source).filter { $0.format == .plan }.flatMap { document in
      PlanMention.all(in: document).compactMap { mention in
        guard let id = mention.id, !known.contains(id) else { return nil }
        return finding(
          in: document, at: mention.node,
          "there is no plan \(id), which \(mention.key) names")
      }
    }
  }
}
