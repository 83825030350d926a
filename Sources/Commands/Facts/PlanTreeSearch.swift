import GitModel
import GitStore
import Plans

/// Looks for plans in the trees of commits, one commit after the other. Trees whose folders of plans are
/// the same are read once.
final class PlanTreeSearch {
  let reader: TreeReader
  private let repository: Repository
  private let roots: [RepositoryPath]
  private var seenCommits: Set<ObjectID> = []
  private var seenFolders: Set<[ObjectID?]> = []

  init(_ session: Session, reader: TreeReader? = nil) throws(GitError) {
    repository = session.repository
    roots = session.layout.roots + session.layout.documentRoots
    if let reader {
      self.reader = reader
    } else {
      self.reader = try TreeReader(session.repository)
    }
  }

  /// Adds the documents that the catalog lacks, each from the first commit that holds it.
  ///
  /// - Parameters:
  ///   - ids: The plans to look for in the folders of plans.
  ///   - paths: Documents to look for wherever they lie.
  func add(
    _ ids: Set<PlanID>, at paths: [RepositoryPath] = [], of commits: some Sequence<ObjectID>,
    to catalog: inout PlanCatalog
  ) throws {
    for commit in commits where seenCommits.insert(commit).inserted {
      let keys = catalog.keys
      let missing = ids.filter { !keys.contains(.id($0)) }
      let unread = paths.filter { path in !catalog.documents.contains { $0.path == path } }
      if missing.isEmpty, unread.isEmpty { return }
      guard let tree = try repository.readCommit(commit, { commit, _ in commit.tree }) else {
        continue
      }
      if try hasNewFolders(tree) { try catalog.addPlans(missing, of: tree, with: reader) }
      for path in unread {
        guard let blob = try reader.object(at: path, in: tree),
          let bytes = try reader.blob(blob, limit: PlanDocument.sizeLimit)
        else { continue }
        catalog.add(path, bytes)
      }
    }
  }

  /// Says whether a tree's folders of plans are others than those of every tree before.
  private func hasNewFolders(_ tree: ObjectID) throws(GitError) -> Bool {
    let folders = try roots.map { root throws(GitError) in try reader.object(at: root, in: tree) }
    return seenFolders.insert(folders).inserted
  }
}
