import GitModel
import Plans

/// Gathers what lint rules look at: the plans, milestones and registries of the work tree, in a bare
/// repository those of HEAD.
struct LintGatherer {
  private let session: Session
  private let files: any DocumentSource
  private var catalog: PlanCatalog
  private(set) var registries: [PlanTree.RegistryFile]

  init(_ session: Session) throws {
    self.session = session
    files = try session.files ?? CommitFiles(headOf: session.repository)
    catalog = try PlanCatalog(files: files, layout: session.layout)
    registries = []
    try readRegistries()
  }

  private mutating func readRegistries() throws {
    registries = try RegistryFiles(files: files, layout: session.layout).states(catalog)
      .map(\.file)
  }

  /// Takes documents as if their files held the given bytes.
  mutating func replace(_ contents: [RepositoryPath: [UInt8]]) throws {
    if contents.isEmpty { return }
    catalog = catalog.replacing(contents)
    try readRegistries()
  }

  /// Takes a registry as if its file held the given bytes.
  mutating func replace(registry path: RepositoryPath, with bytes: [UInt8]) {
    for index in registries.indices where registries[index].path == path {
      registries[index].current = bytes
    }
  }

  /// The documents that could be read.
  var sources: [ParsedDocument] {
    catalog.documents.compactMap(\.source) + catalog.milestones.map(\.source)
  }

  /// The documents as rules see them.
  func tree() throws -> PlanTree {
    PlanTree(
      layout: session.layout, documents: catalog.documents, milestones: catalog.milestones,
      others: catalog.others, registries: registries,
      elsewhere: try ElsewhereGatherer(session, documents: catalog.documents).gather())
  }

  /// The files that are read already.
  private var paths: Set<RepositoryPath> {
    Set(catalog.documents.map(\.path) + catalog.milestones.map(\.path) + registries.map(\.path))
  }

  /// Returns what the words of a command line mean; everything where there are none. A Markdown file that
  /// lies in no folder of plans is read.
  mutating func select(_ words: [String]) throws -> LintSelection {
    var selection = LintSelection()
    for word in words { try select(word, in: &selection) }
    return selection
  }

  private mutating func select(_ word: String, in selection: inout LintSelection) throws {
    let plans = catalog.plans
    let upper = word.uppercased()
    if let id = MilestoneID(upper) {
      let found = plans.flatMap(\.milestones).filter { $0.id == id }
      if found.isEmpty {
        throw CommandError(
          "there is no milestone \(word)", hint: "run 'git execplan show \(id.plan)' to see them")
      }
      selection.add(found.map(\.path))
    } else if PlanID(upper) == nil, let place = session.place(named: word, in: files) {
      try select(place, word, in: &selection)
    } else {
      let plan = plans[
        try PlanSelector(plans, prefix: session.prefix).position(of: word)]
      let documents = catalog.documents.filter { $0.plan?.key == plan.key }
      selection.add(documents.map(\.path) + plan.milestones.map(\.path))
    }
  }

  private mutating func select(
    _ place: Session.Place, _ word: String, in selection: inout LintSelection
  ) throws {
    guard case .path(let path) = place else { return selection.addEverything() }
    if paths.contains(path) { return selection.add([path]) }
    if files.isFolder(path) { return selection.add(folder: path) }
    guard path.name.hasSuffix(".md") else {
      throw CommandError("\(word) is no plan, no milestone and no registry")
    }
    catalog.add(path, of: files)
    selection.add([path])
  }
}
