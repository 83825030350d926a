import GitModel
import GitStore

/// Finds when documents came to be and when they changed last, through renames.
struct DocumentOrigins {
  private let repository: Repository
  private let graph: CommitGraph
  private let reader: TreeReader

  init(_ repository: Repository, graph: CommitGraph) throws(GitError) {
    self.repository = repository
    self.graph = graph
    reader = try TreeReader(repository)
  }

  /// The commits that a document's life is read from.
  struct Origin: Hashable {
    var created: CommitIndex?
    var changed: CommitIndex?
  }

  /// Returns what history tells of the documents of a commit; nothing for paths that it does not hold.
  ///
  /// One pass from child to parent for all documents together. Commits that touch none of the folders in
  /// which they lie cost one small tree.
  func origins(
    of paths: [RepositoryPath], at head: CommitIndex
  ) throws(GitError) -> [RepositoryPath: Origin] {
    // Where each document is as of the commits not yet seen.
    var present: [RepositoryPath: RepositoryPath] = [:]
    for path in paths { present[path] = path }
    var origins: [RepositoryPath: Origin] = [:]
    let reachable = graph.reachable(from: [head])
    for position in (0...head.position).reversed() where !present.isEmpty {
      let commit = CommitIndex(position)
      guard reachable.contains(commit), try touches(commit, present.keys) else { continue }
      let tree = graph.trees[position]
      let parents = graph.parents(of: commit).map { graph.trees[$0.position] }
      var changes: [Repository.FileChange]?
      for (path, document) in present {
        guard let blob = try reader.object(at: path, in: tree) else { continue }
        let before = try parents.map { parent throws(GitError) in
          try reader.object(at: path, in: parent)
        }
        if before.contains(blob) { continue }
        if origins[document]?.changed == nil {
          origins[document, default: Origin()].changed = commit
        }
        if before.contains(where: { $0 != nil }) { continue }
        origins[document, default: Origin()].created = commit
        guard let parent = parents.first, parents.count == 1 else { continue }
        if changes == nil { changes = try repository.changes(from: parent, to: tree) }
        let renamed = changes?.first { $0.kind == .renamed && $0.newPath == path.description }
        if let old = renamed.flatMap({ RepositoryPath($0.oldPath) }) {
          present[path] = nil
          present[old] = document
        }
      }
    }
    return origins
  }

  /// Whether a commit changes anything at the top of the paths. A merge is always looked at.
  private func touches(
    _ commit: CommitIndex, _ paths: some Collection<RepositoryPath>
  ) throws(GitError) -> Bool {
    guard graph.parents(of: commit).count == 1, let parent = graph.firstParent(of: commit) else {
      return true
    }
    let (before, after) = (graph.trees[parent.position], graph.trees[commit.position])
    if before == after { return false }
    for top in Set(paths.compactMap { $0.components.first.flatMap { RepositoryPath($0) } }) {
      if try reader.object(at: top, in: before) != reader.object(at: top, in: after) {
        return true
      }
    }
    return false
  }
}
