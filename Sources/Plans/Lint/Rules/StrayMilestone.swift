import GitModel

/// A file is named nearly like a milestone, or lies nearly where milestones do.
struct StrayMilestone: TreeRule {
  let name = "stray-milestone"
  let summary = "files that are named like milestones are milestones"
  let level = LintLevel.warn

  func findings(in tree: PlanTree) -> [Finding] {
    tree.others.filter(Self.looksLikeMilestone).map { path in
      finding(
        at: path,
        "the file is read by nobody: a milestone is named MS001_<slug>.md and lies in "
          + "milestones/active, complete or archive")
    }
  }

  private static func looksLikeMilestone(_ path: RepositoryPath) -> Bool {
    guard path.name.hasSuffix(".md"), path.components.dropLast().contains("milestones") else {
      return false
    }
    var name = path.name[...]
    if name.hasPrefix("EP-") { name = name.drop { $0 != "_" }.dropFirst() }
    return name.lowercased().hasPrefix("ms") && name.dropFirst(2).first?.isNumber == true
  }
}
