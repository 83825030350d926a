import GitModel
import GitStore

/// What commits and ranges of commits change: which files, and with which patch. Each is looked at once.
final class PatchTable {
  /// A difference between two trees.
  struct Difference: Hashable {
    /// `nil` for an empty tree.
    let old: ObjectID?
    let new: ObjectID
  }

  private let repository: Repository
  private let graph: CommitGraph
  private let reader: TreeReader
  private var signatures: [Difference: PathSignature?] = [:]
  private var keys: [Difference: PatchKey?] = [:]
  private var blanks: [Difference: [String: UInt64]] = [:]
  private var lines: [Difference: LineChange?] = [:]

  init(_ repository: Repository, graph: CommitGraph, reader: TreeReader) {
    self.repository = repository
    self.graph = graph
    self.reader = reader
  }

  /// What a commit changes against its first parent.
  func difference(of commit: CommitIndex) -> Difference {
    let parent = graph.firstParent(of: commit)
    return Difference(
      old: parent.map { graph.trees[$0.position] }, new: graph.trees[commit.position])
  }

  /// Whether a commit changes nothing.
  func isEmpty(_ commit: CommitIndex) throws(GitError) -> Bool {
    let difference = difference(of: commit)
    return difference.old == difference.new
  }

  /// Returns the files that a commit touches; `nil` where what it changes is not there.
  func paths(of commit: CommitIndex) throws(GitError) -> PathSignature? {
    try paths(of: difference(of: commit))
  }

  func paths(of difference: Difference) throws(GitError) -> PathSignature? {
    if let known = signatures[difference] { return known }
    let signature = try signature(of: difference)
    signatures[difference] = .some(signature)
    return signature
  }

  private func signature(of difference: Difference) throws(GitError) -> PathSignature? {
    do throws(GitError) {
      let changes = try reader.changes(
        from: difference.old, to: difference.new, limit: PathSignature.limit)
      return changes.map { PathSignature($0.map(\.path)) } ?? .vast
    } catch  where error.code == .notFound {
      return nil
    }
  }

  /// Returns the files that any of some commits touch.
  func paths(ofAnyOf commits: [CommitIndex]) throws(GitError) -> Set<[UInt8]> {
    var paths: Set<[UInt8]> = []
    for commit in commits {
      paths.formUnion(try changes(of: difference(of: commit))?.map(\.path) ?? [])
    }
    return paths
  }

  /// Returns what a difference does to lines; `nil` where too many files change, or where a tree is not there.
  func lines(of difference: Difference) throws(GitError) -> LineChange? {
    if let known = lines[difference] { return known }
    var change: LineChange?
    if let changes = try changes(of: difference), changes.count <= PathSignature.limit {
      change = try reader.lines(of: changes)
    }
    lines[difference] = .some(change)
    return change
  }

  /// Returns the patch of a commit; `nil` where it changes nothing or cannot be read.
  func key(of commit: CommitIndex) throws(GitError) -> PatchKey? {
    try key(of: difference(of: commit))
  }

  func key(of difference: Difference) throws(GitError) -> PatchKey? {
    if let known = keys[difference] { return known }
    var key: PatchKey?
    do throws(GitError) {
      if let changes = try changes(of: difference) { key = try repository.patchKey(of: changes) }
    } catch  where error.code == .notFound {
      // A partial clone lacks the content: what cannot be compared is not alike.
      key = nil
    }
    keys[difference] = .some(key)
    return key
  }

  /// Returns what is changed in the files where only blanks are. Patch-ids do not see blanks, so that two such
  /// changes of one line are alike to them.
  func blanks(of difference: Difference) throws(GitError) -> [String: UInt64] {
    if let known = blanks[difference] { return known }
    let found = try changes(of: difference).map { changes throws(GitError) in
      try repository.blankChanges(of: changes)
    }
    blanks[difference] = found ?? [:]
    return found ?? [:]
  }

  /// Returns the paths of a difference; `nil` where a tree is not there.
  func changes(of difference: Difference) throws(GitError) -> [TreeReader.Change]? {
    do throws(GitError) {
      return try reader.changes(from: difference.old, to: difference.new)
    } catch  where error.code == .notFound {
      return nil
    }
  }
}
