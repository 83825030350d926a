/// Plans depend on each other. One finding for each group, at its first plan.
struct DependencyCycle: TreeRule {
  let name = "dependency-cycle"
  let summary = "plans do not depend on each other in a circle"
  let level = LintLevel.warn

  func findings(in tree: PlanTree) -> [Finding] {
    var edges: [PlanID: [PlanID]] = [:]
    var mentions: [PlanID: (document: ParsedDocument, list: [PlanMention])] = [:]
    for document in tree.documents {
      guard let source = document.source, source.format == .plan,
        let id = document.plan?.key.planID, edges[id] == nil
      else { continue }
      let list = PlanMention.all(in: source).filter { $0.key == "depends_on" && $0.id != id }
      mentions[id] = (source, list)
      edges[id] = list.compactMap(\.id)
    }
    return StrongComponents.among(edges).compactMap { members in
      guard let first = members.first, let (document, list) = mentions[first],
        let mention = list.first(where: { $0.id.map(members.contains) ?? false })
      else { return nil }
      let names = members.map(\.description).joined(separator: ", ")
      return finding(
        in: document, at: mention.node, "these plans depend on each other: \(names)")
    }
  }
}
