import GitModel
import Plans
import Reports
import WorkTree

/// The files that a repository needs for plans, held against those that it has.
struct Scaffold {
  private(set) var created: [RepositoryPath] = []
  private(set) var updated: [RepositoryPath] = []
  /// The files that stay, whatever they hold.
  private(set) var kept: [RepositoryPath] = []
  /// Those of them that a person changed, or an earlier version wrote.
  private(set) var differing: [RepositoryPath] = []
  private(set) var transaction: FileTransaction
  private let files: WorkFiles

  init(in files: WorkFiles, _ transaction: FileTransaction) {
    self.files = files
    self.transaction = transaction
  }

  /// Adds a file of the program's own; one that differs is replaced by force only.
  mutating func add(_ bytes: [UInt8], at path: RepositoryPath, isForced: Bool) throws {
    let current = try files.read(path, limit: PlanDocument.sizeLimit)
    switch current {
    case nil:
      try transaction.write(bytes, to: path, isNew: true)
      created.append(path)
    case bytes: kept.append(path)
    default:
      if isForced {
        try transaction.write(bytes, to: path)
        updated.append(path)
      } else {
        kept.append(path)
        differing.append(path)
      }
    }
  }

  /// Adds the registry, unless there is one.
  mutating func addRegistry(of root: RepositoryPath, _ session: Session) throws {
    guard let path = root.appending(Registry.fileName) else { return }
    guard !files.exists(path) else {
      kept.append(path)
      return
    }
    let catalog = try PlanCatalog(files: files, layout: session.layout)
    let result = Registry.build(catalog.documents.filter { $0.path.isInside(root) })
    guard let bytes = result.bytes else {
      DocumentProblems(catalog).warn(session)
      return
    }
    try transaction.write(bytes, to: path, isNew: true)
    created.append(path)
  }

  /// Adds the lines that name the merge drivers to the attributes, beside whatever is there.
  mutating func addAttributes(_ rules: [AttributesFile.Rule]) throws {
    guard let path = RepositoryPath(".gitattributes") else { return }
    let current = try files.read(path, limit: PlanDocument.sizeLimit)
    var attributes = AttributesFile(current ?? [])
    for rule in rules { attributes.add(rule) }
    if attributes.bytes == current {
      kept.append(path)
      return
    }
    try transaction.write(attributes.bytes, to: path, isNew: current == nil)
    if current == nil { created.append(path) } else { updated.append(path) }
  }
}
