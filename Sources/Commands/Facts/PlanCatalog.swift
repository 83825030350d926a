import GitModel
import GitStore
import Plans
import WorkTree

/// The plan documents of a place, read.
struct PlanCatalog {

  private(set) var documents: [PlanDocument.ReadResult] = []
  private(set) var milestones: [MilestoneDocument.ReadResult] = []
  /// Further files in the folders of plans, as far as a whole tree was read.
  private(set) var others: [RepositoryPath] = []
  private let layout: PlanLayout

  init(layout: PlanLayout) { self.layout = layout }

  /// Reads the plans of a work tree or a commit.
  init(files: some DocumentSource, layout: PlanLayout) throws {
    self.init(layout: layout)
    // One folder of plans may lie in another.
    let paths = try (layout.roots + layout.documentRoots).flatMap { try files.files(below: $0) }
    for path in Set(paths).sorted() {
      if isDocument(path) { add(path, of: files) } else { others.append(path) }
    }
  }

  /// Reads the plans of the work tree, in a bare repository those of HEAD.
  init(_ session: Session) throws {
    if let files = session.files {
      try self.init(files: files, layout: session.layout)
    } else {
      try self.init(files: CommitFiles(headOf: session.repository), layout: session.layout)
    }
  }

  /// Reads a single document, if it is there. One that cannot be read is kept with the reason, so that it
  /// does not hide the others.
  mutating func add(_ path: RepositoryPath, of files: some DocumentSource) {
    do {
      guard let bytes = try files.read(path, limit: PlanDocument.sizeLimit) else { return }
      add(path, bytes)
    } catch {
      let reason = CommandError.reason(of: error)
      documents.append(PlanDocument.unreadable(path: path, reason: reason, layout: layout))
    }
  }

  /// Reads the plans with the given IDs and their milestones from a commit's tree.
  mutating func addPlans(
    _ ids: Set<PlanID>, of tree: ObjectID, with reader: TreeReader
  ) throws {
    if ids.isEmpty { return }
    let files = try reader.files(below: layout.roots + layout.documentRoots, in: tree)
      .filter(\.isRegular)
    let blobs = Dictionary(files.map { ($0.path, $0.blob) }) { first, _ in first }
    let read = { (path: RepositoryPath) in
      try blobs[path].flatMap { try reader.blob($0, limit: PlanDocument.sizeLimit) }
    }
    var folders: Set<RepositoryPath> = []
    var milestones: [(path: RepositoryPath, folder: RepositoryPath)] = []
    for path in files.map(\.path) {
      switch layout.classify(path) {
      case .plan(let id?) where ids.contains(id):
        guard let bytes = try read(path) else { continue }
        add(path, bytes)
        if let folder = layout.planFolder(of: path) { folders.insert(folder) }
      case .milestone(_, _, let folder): milestones.append((path, folder))
      default: continue
      }
    }
    for (path, folder) in milestones where folders.contains(folder) {
      guard let bytes = try read(path) else { continue }
      add(path, bytes)
    }
  }

  /// Adds the plans of a commit's tree that are not known yet.
  mutating func addPlans(of tree: ObjectID, with reader: TreeReader) throws(GitError) {
    let known = keys
    let knownPaths = Set(documents.map(\.path) + milestones.map(\.path))
    for file in try reader.files(below: layout.roots + layout.documentRoots, in: tree)
    where file.isRegular && isDocument(file.path) && !knownPaths.contains(file.path) {
      if let id = PlanLayout.planID(ofFile: file.path.name), known.contains(.id(id)) { continue }
      guard let bytes = try reader.blob(file.blob, limit: PlanDocument.sizeLimit) else { continue }
      let before = documents.count
      add(file.path, bytes)
      // A document may carry an ID that its name does not tell.
      if documents.count > before, let key = documents.last?.plan?.key, known.contains(key) {
        documents.removeLast()
      }
    }
  }

  /// Reads a single document, wherever it lies.
  mutating func add(_ path: RepositoryPath, _ bytes: [UInt8]) {
    if let milestone = MilestoneDocument.read(path: path, bytes: bytes, layout: layout) {
      milestones.append(milestone)
    } else {
      documents.append(PlanDocument.read(path: path, bytes: bytes, layout: layout))
    }
  }

  /// Returns the catalog with documents as if their files held the given bytes.
  ///
  /// - Parameter gone: Documents whose files are there no more.
  func replacing(
    _ contents: [RepositoryPath: [UInt8]], removing gone: Set<RepositoryPath> = []
  ) -> PlanCatalog {
    var catalog = self
    let isReplaced = { (path: RepositoryPath) in contents[path] != nil || gone.contains(path) }
    catalog.documents.removeAll { isReplaced($0.path) }
    catalog.milestones.removeAll { isReplaced($0.path) }
    for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) { catalog.add(path, bytes) }
    return catalog
  }

  /// Adds a document that was read before.
  mutating func keep(_ document: PlanDocument.ReadResult) { documents.append(document) }

  /// The plans with their milestones, by key. Of several documents with one ID the first by path counts.
  var plans: [Plan] {
    var seen: Set<PlanKey> = []
    let plans = documents.sorted { $0.path < $1.path }.compactMap(\.plan)
    let own = layout.associate(plans, milestones)
    return own.filter { seen.insert($0.key).inserted }.sorted { $0.key < $1.key }
  }

  /// The keys of the plans.
  var keys: Set<PlanKey> { Set(documents.compactMap { $0.plan?.key }) }

  /// Whether a file below a root is read: a plan or a milestone.
  private func isDocument(_ path: RepositoryPath) -> Bool {
    switch layout.classify(path) {
    case .plan, .document, .milestone: true
    case .registry, .otherPlanFile, nil: false
    }
  }
}
