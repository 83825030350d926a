import GitModel
import GitStore

/// Finds where documents went that are no longer at the paths that commits name.
struct RenameFinder {
  private let repository: Repository
  private let graph: CommitGraph
  private let reader: TreeReader

  init(_ repository: Repository, graph: CommitGraph, reader: TreeReader) {
    self.repository = repository
    self.graph = graph
    self.reader = reader
  }

  /// Returns the last known path of each document that was renamed, once or several times.
  ///
  /// One pass from the oldest commit that names one of them to the newest, for all documents together;
  /// a commit's files are compared only where a document's path went away in it.
  ///
  /// - Parameter paths: Where the documents were, with the oldest commit that names each.
  func newPaths(
    of paths: [RepositoryPath: CommitIndex]
  ) throws(GitError) -> [RepositoryPath: RepositoryPath] {
    guard let oldest = paths.values.min() else { return [:] }
    // Where each document is as of the commits seen so far.
    var present: [RepositoryPath: Set<RepositoryPath>] = [:]
    for path in paths.keys { present[path] = [path] }
    for position in oldest.position..<graph.count {
      let commit = CommitIndex(position)
      guard graph.parents(of: commit).count == 1, let parent = graph.firstParent(of: commit)
      else { continue }
      let (before, after) = (graph.trees[parent.position], graph.trees[position])
      if before == after { continue }
      var gone: [RepositoryPath] = []
      for path in present.keys where try hasGone(path, from: before, to: after) {
        gone.append(path)
      }
      if gone.isEmpty { continue }
      for change in try repository.changes(from: before, to: after) where change.kind == .renamed {
        guard let old = RepositoryPath(change.oldPath), gone.contains(old),
          let new = RepositoryPath(change.newPath), let names = present.removeValue(forKey: old)
        else { continue }
        present[new, default: []].formUnion(names)
      }
    }
    var renames: [RepositoryPath: RepositoryPath] = [:]
    for (path, names) in present {
      for name in names where name != path { renames[name] = path }
    }
    return renames
  }

  private func hasGone(
    _ path: RepositoryPath, from before: ObjectID, to after: ObjectID
  ) throws(GitError) -> Bool {
    guard try reader.object(at: path, in: before) != nil else { return false }
    return try reader.object(at: path, in: after) == nil
  }
}
