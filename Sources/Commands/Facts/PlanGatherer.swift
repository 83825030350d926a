import Correlation
import GitModel
import GitStore
import Plans
import WorkTree

/// Finds the plans of a repository: in the work tree, on the target, and, for those that branches and
/// commits name, wherever else they are.
struct PlanGatherer {
  let session: Session
  let facts: RepositoryFacts

  func gather() throws -> PlanDirectory {
    var catalog = PlanCatalog(layout: session.layout)
    if let files = session.files { catalog = try PlanCatalog(files: files, layout: session.layout) }
    DocumentProblems(catalog).warn(session)
    let reader = try TreeReader(session.repository)
    let targetTree = facts.target.map { facts.graph.trees[$0.commit.position] }
    if let targetTree { try catalog.addPlans(of: targetTree, with: reader) }
    try addPlansOfBranches(to: &catalog, reader: reader)
    let formerPaths = try addNamedDocuments(to: &catalog, reader: reader, targetTree: targetTree)
    return PlanDirectory(plans: catalog.plans, formerPaths: formerPaths)
  }

  /// Plans that are only on other branches are taken from there, but only where a branch's name or
  /// configuration or a commit names them: a plan that was removed does not come back from an old branch.
  private func addPlansOfBranches(to catalog: inout PlanCatalog, reader: TreeReader) throws {
    let known = catalog.keys
    let wanted = namedIDs().filter { !known.contains(.id($0)) }
    if wanted.isEmpty { return }
    let branches = facts.branches.filter { !$0.isTarget }.sorted { $0.head > $1.head }
    try PlanTreeSearch(session, reader: reader)
      .add(wanted, of: branches.map(\.branch.head), to: &catalog)
  }

  private func namedIDs() -> Set<PlanID> {
    var ids: Set<PlanID> = []
    func add(_ references: [PlanReference]) {
      for case let id? in references.map(\.planID) { ids.insert(id) }
    }
    for (commit, message) in facts.messages {
      add((facts.notes[commit] ?? PlanNote()).kept(of: message.trailers + message.body))
    }
    for note in facts.notes.values { add(note.references) }
    for branch in facts.branches {
      add(branch.configured)
      ids.formUnion(PlanID.all(in: branch.branch.name))
    }
    return ids
  }

  /// Documents that trailers name by path are plans wherever they lie. Returns the former paths of
  /// documents that were renamed, with the present ones.
  private func addNamedDocuments(
    to catalog: inout PlanCatalog, reader: TreeReader, targetTree: ObjectID?
  ) throws -> [RepositoryPath: RepositoryPath] {
    var naming: [RepositoryPath: [CommitIndex]] = [:]
    for (commit, message) in facts.messages {
      let note = facts.notes[commit] ?? PlanNote()
      for case .path(let path) in note.kept(of: message.trailers + message.body) {
        naming[path, default: []].append(commit)
      }
    }
    for (commit, note) in facts.notes {
      for case .path(let path) in note.references { naming[path, default: []].append(commit) }
    }
    for path in catalog.documents.map(\.path) { naming[path] = nil }
    var missing: [RepositoryPath: CommitIndex] = [:]
    for (path, commits) in naming {
      if try addDocument(path, to: &catalog, reader: reader, tree: targetTree) { continue }
      // A path that no commit that names it had is a slip or another repository's.
      let existed = try commits.contains { commit in
        try reader.object(at: path, in: facts.graph.trees[commit.position]) != nil
      }
      if existed, let oldest = commits.min() { missing[path] = oldest }
    }
    if missing.isEmpty { return [:] }
    let renames = try RenameFinder(session.repository, graph: facts.graph, reader: reader)
      .newPaths(of: missing)
    for path in Set(renames.values) where !catalog.documents.contains(where: { $0.path == path }) {
      _ = try addDocument(path, to: &catalog, reader: reader, tree: targetTree)
    }
    return renames
  }

  /// Reads a document from the work tree, else from the target; returns whether it is there.
  private func addDocument(
    _ path: RepositoryPath, to catalog: inout PlanCatalog, reader: TreeReader, tree: ObjectID?
  ) throws -> Bool {
    if let bytes = try? session.files?.read(path, limit: PlanDocument.sizeLimit) {
      catalog.add(path, bytes)
      return true
    }
    guard let tree, let blob = try reader.object(at: path, in: tree),
      let bytes = try reader.blob(blob, limit: PlanDocument.sizeLimit)
    else { return false }
    catalog.add(path, bytes)
    return true
  }
}
