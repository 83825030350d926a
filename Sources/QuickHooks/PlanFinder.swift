package import GitModel
package import Plans
package import WorkTree

/// Finds a few plans in a work tree that may hold thousands.
package struct PlanFinder {
  /// Ten thousand plans make a registry of 7 MB.
  private static let registryLimit = 64 << 20
  /// Plans of late come last, and are what most commits name.
  private static let registryEnd = 32 << 10

  package let files: WorkFiles
  package let layout: PlanLayout

  package init(files: WorkFiles, layout: PlanLayout) {
    self.files = files
    self.layout = layout
  }

  /// The document of a plan, by the ID in its name.
  package struct Document {
    package let id: PlanID
    package let path: RepositoryPath
    package let bytes: [UInt8]
  }

  /// Returns the documents of plans, as far as they are there.
  ///
  /// The registry tells where they are; only for a plan that is not there are the folders listed.
  package func documents(of ids: [PlanID]) throws -> [Document] {
    var found: [Document] = []
    var missing = ids
    for root in layout.roots {
      guard let path = root.appending(Registry.fileName) else { continue }
      for last in [Self.registryEnd, nil] where !missing.isEmpty {
        guard let registry = (try? files.read(path, last: last, limit: Self.registryLimit)) ?? nil
        else { break }
        for id in missing {
          guard let path = Registry.path(of: id, in: registry), layout.classify(path) == .plan(id),
            let bytes = try files.read(path, limit: PlanDocument.sizeLimit)
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
          let bytes = try files.read(path, limit: PlanDocument.sizeLimit)
        else { continue }
        found.append(Document(id: id, path: path, bytes: bytes))
      }
    }
    return found
  }
}
