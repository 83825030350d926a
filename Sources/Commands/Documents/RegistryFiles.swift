import GitModel
import Plans
import WorkTree

/// The registries of a work tree or a commit: one for each root that exists.
struct RegistryFiles {
  private let files: any DocumentSource
  private let layout: PlanLayout

  init(files: any DocumentSource, layout: PlanLayout) {
    self.files = files
    self.layout = layout
  }

  /// One registry as it should be.
  struct State {
    let file: PlanTree.RegistryFile
    let findings: [Finding]

    /// Says that documents with errors keep the registry from being written.
    func warn(_ session: Session) {
      session.warn(
        "\(file.path) is not updated, because documents break the format; "
          + "run 'git execplan registry check' to see where")
    }
  }

  /// Returns the state of the registry of every root that exists, or that the catalog is about to make.
  ///
  /// - Parameter catalog: The plans of the work tree.
  func states(_ catalog: PlanCatalog) throws -> [State] {
    var states: [State] = []
    for root in layout.roots {
      let documents = catalog.documents.filter { $0.path.isInside(root) }
      guard !documents.isEmpty || files.exists(root),
        let path = root.appending(Registry.fileName)
      else { continue }
      let result = Registry.build(documents)
      let file = PlanTree.RegistryFile(
        path: path, expected: result.bytes,
        current: try files.read(path, limit: PlanDocument.sizeLimit * 16))
      let milestones = Registry.milestoneFindings(
        catalog.milestones.filter { $0.path.isInside(root) }, of: documents, layout: layout)
      states.append(State(file: file, findings: (result.findings + milestones).sorted()))
    }
    return states
  }

  /// Adds the new content of changed registries to a transaction. Registries whose documents have errors
  /// are returned and left alone.
  func addUpdates(
    _ catalog: PlanCatalog, to transaction: inout FileTransaction
  ) throws -> [State] {
    let states = try states(catalog)
    for file in states.map(\.file) where file.isOutdated {
      if let bytes = file.expected { try transaction.write(bytes, to: file.path) }
    }
    return states.filter { $0.file.expected == nil }
  }
}
