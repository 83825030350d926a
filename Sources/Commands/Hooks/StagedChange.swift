import GitModel
import GitStore
import Plans
import SystemPackage

/// What the commit at hand changes, and after which commit it comes.
struct StagedChange {
  /// The files; `nil` where libgit2 cannot read the index.
  let paths: [RepositoryPath]?
  /// Whether it is, or amends, a commit without parents.
  let isRoot: Bool
  /// The commit that the new one comes after: HEAD, or its parent where HEAD is amended; both where nobody
  /// knows.
  let parents: [ObjectID]

  /// Compares the index with the commit that the new one comes after.
  ///
  /// - Parameter call: How git was called; where nobody knows, a commit with nothing staged amends HEAD.
  init(_ session: Session, call: CommitCommandLine?) throws {
    let repository = session.repository
    let index = session.environment.variables["GIT_INDEX_FILE"]
      .map { session.environment.directory.pushing(FilePath($0)) }
    guard let head = try repository.head().commit else {
      paths = try repository.stagedPaths(index: index, since: nil)
      isRoot = true
      parents = []
      return
    }
    let commit = try repository.readCommit(head) { commit, _ in commit }
    let before = commit?.parents.first
    let isAmended = call.map { $0.options.contains { $0 == "--amend" } }
    if isAmended != true {
      let staged = try repository.stagedPaths(index: index, since: commit?.tree)
      if isAmended == false || staged?.isEmpty != true {
        paths = staged
        isRoot = false
        parents = isAmended == false ? [head] : [head] + [before].compactMap(\.self)
        return
      }
    }
    let tree = try before.flatMap { parent throws(GitError) in
      try repository.readCommit(parent) { commit, _ in commit.tree }
    }
    paths = try repository.stagedPaths(index: index, since: tree)
    isRoot = commit?.parents.isEmpty ?? false
    parents = [before].compactMap(\.self)
  }
}
