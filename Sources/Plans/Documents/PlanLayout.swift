package import GitModel

/// Knows which paths of a repository belong to plans, in every layout that agentrules accepts:
/// `<slug>/`, `active/<slug>/`, `active/`, the root itself, `complete|archive/YYYY/MM/DD/<name>/` and
/// `<slug>/complete|archive/`.
package struct PlanLayout: Hashable, Sendable {
  /// The folders whose documents must follow the format: the homes, then the standard ones.
  package var roots: [RepositoryPath]
  /// The roots from configuration. New plans go to the first one.
  package var homes: [RepositoryPath]
  /// Further folders, from configuration, all of whose Markdown files count as plans.
  package var documentRoots: [RepositoryPath]

  /// The roots that need no configuration.
  package static let standardRoots = [".agent/exec_plans", ".agents/exec_plans"]
    .compactMap { RepositoryPath($0) }
  package static let standard = PlanLayout()

  package init(
    homes: [RepositoryPath] = [], documentRoots: [RepositoryPath] = []
  ) {
    self.homes = homes
    roots = homes + Self.standardRoots.filter { !homes.contains($0) }
    self.documentRoots = documentRoots
  }

  /// Returns what a path is, `nil` for a path outside every folder of plans.
  package func classify(_ path: RepositoryPath) -> PlanPathKind? {
    guard let place = place(of: path) else { return nil }
    if let depth = place.milestoneFolderDepth {
      guard let name = MilestoneFileName(path.name),
        let folder = path.ancestor(place.parts.count - depth)
      else { return .otherPlanFile }
      return .milestone(
        name.plan.map { MilestoneID(plan: $0, sequence: name.sequence) }, sequence: name.sequence,
        planFolder: folder)
    }
    if place.isStrict, place.parts == ["registry.json"] { return .registry }
    guard path.name.hasSuffix(".md") else { return .otherPlanFile }
    let id = Self.planID(ofFile: path.name)
    if place.isStrict { return path.name.hasPrefix("EP-") ? .plan(id) : .otherPlanFile }
    if let id { return .plan(id) }
    return path.name.lowercased() == "readme.md" ? .otherPlanFile : .document
  }

  /// Says whether a document at this path must follow the format.
  package func isStrict(_ path: RepositoryPath) -> Bool {
    place(of: path)?.isStrict ?? false
  }

  /// Says whether a path lies in one of the folders of finished plans: `complete` or `archive` with a
  /// date at the top, or either of them below a plan's own folder.
  package func isFiledAway(_ path: RepositoryPath) -> Bool {
    guard let place = place(of: path), place.milestoneFolderDepth == nil else { return false }
    return place.isFiledAway
  }

  /// Returns the folder that belongs to the plan at `path`, and that holds its milestones.
  package func planFolder(of path: RepositoryPath) -> RepositoryPath? {
    guard let place = place(of: path) else { return path.parent }
    return path.ancestor(place.parts.count - (place.planFolderDepth ?? 0))
  }

  /// Returns the ID at the start of a file's name, where a `.`, `_`, `-` or nothing follows it.
  package static func planID(ofFile name: String) -> PlanID? {
    let bytes = Array(name.utf8)
    guard let id = PlanID(prefixOf: bytes[...]) else { return nil }
    guard bytes.count > PlanID.length else { return id }
    return "._-".utf8.contains(bytes[PlanID.length]) ? id : nil
  }

  /// Where folders of plans lie in each other, the innermost one counts.
  private func place(of path: RepositoryPath) -> PlanPlace? {
    var found: (root: RepositoryPath, isStrict: Bool)?
    for (folders, isStrict) in [(roots, true), (documentRoots, false)] {
      for root in folders where path.isInside(root) {
        if let other = found?.root, !root.isInside(other) { continue }
        found = (root, isStrict)
      }
    }
    return found.map { root, isStrict in
      PlanPlace(
        parts: Array(path.components.dropFirst(root.components.count)), isStrict: isStrict)
    }
  }
}
