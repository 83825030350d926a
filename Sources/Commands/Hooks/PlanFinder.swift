import GitModel
import Plans
import WorkTree

/// Finds a few plans in a work tree that may hold thousands.
struct PlanFinder {
  /// Ten thousand plans make a registry of 7 MB.
  private static let registryLimit = 64 << 20
  /// Plans of late come last, and are what most commits name.
  private static let registryEnd = 32 << 10

  let files: WorkFiles
  let layout: PlanLayout

  /// The document of a plan, by the ID in its name.
  struct Document {
    let id: PlanID
    let path: RepositoryPath
    let bytes: [UInt8]
  }

  /// Returns the documents of plans, as far as they are there.
  ///
  /// The registry tells where they are; only for a plan that is not there are the folders listed.
  func documents(of ids: [PlanID]) throws -> [Document] {
    var found: [Document] = []
    var missing = ids
    for root in layout.roots {
      guard let path = root.appending(Registry.fileName) else { continue }
      for last in [Self.registryEnd, nil] where !missing.isEmpty {
        guard let registry = (try? files.read(path, last: last, limit: Self.registryLimit)) ?? nil
        else { break }
        for id in missing {
          guard let path = Registry.path(of: id, in: registry), layout.classify(path) == .plan(id),
            let bytes = try files.read(path, limit: PlanCatalog.documentLimit)
          else { continue }
          found.append(Document(id: id, path: path, bytes: bytes))
          missing.removeAll { $0 == id }
        }
      }
    }
    if missing.isEmpty { return found }
    for root in layout.roots + layout.documentRoots {
      for path in try files.files(below: root) {
        guard case .plan(let id?) = layout.classify(path), missing.contains(id),
          let bytes = try files.read(path, limit: PlanCatalog.documentLimit)
        else { continue }
        found.append(Document(id: id, path: path, bytes: bytes))
      }
    }
    return found
  }

  /// Adds the milestones of plans that a catalog holds already.
  func addMilestones(of ids: Set<PlanID>, to catalog: inout PlanCatalog) throws {
    let plans = catalog.documents.compactMap(\.plan)
      .filter { $0.key.planID.map(ids.contains) ?? false }
    for folder in Set(plans.compactMap { layout.planFolder(of: $0.path) }) {
      for path in try files.files(below: folder) {
        guard case .milestone(_, _, let planFolder) = layout.classify(path), planFolder == folder
        else { continue }
        catalog.add(path, of: files)
      }
    }
  }

  /// Adds the plans whose documents files are or in whose folders they lie.
  func addPlans(of paths: [RepositoryPath], to catalog: inout PlanCatalog) throws {
    var documents: Set<RepositoryPath> = []
    for path in paths {
      switch layout.classify(path) {
      case .plan, .document: documents.insert(path)
      case .milestone(_, _, let folder): documents.formUnion(try plans(in: folder))
      case .otherPlanFile:
        if let folder = layout.planFolder(of: path) { documents.formUnion(try plans(in: folder)) }
      case .registry, nil: continue
      }
    }
    for path in documents.sorted() { catalog.add(path, of: files) }
  }

  private func plans(in folder: RepositoryPath) throws -> [RepositoryPath] {
    try files.files(below: folder).filter { path in
      if case .plan = layout.classify(path) { true } else { false }
    }
  }
}
