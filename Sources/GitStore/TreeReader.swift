import CLibgit2
package import GitModel

/// Reads trees of one repository and remembers the last ones: the tree of a commit is most often the
/// one that its child is compared with next.
package final class TreeReader {
  private let database: ObjectDatabase
  private var recent: [ObjectID: [TreeEntry]] = [:]
  private var older: [ObjectID: [TreeEntry]] = [:]
  private var recentSize = 0
  /// How many entries of trees a generation holds; there are two of them.
  private static let generationSize = 100_000

  /// Creates a reader for a repository.
  package init(_ repository: Repository) throws(GitError) {
    database = try ObjectDatabase(of: repository)
  }

  /// One file found in a tree.
  package struct File: Hashable, Sendable {
    package let path: RepositoryPath
    package let blob: ObjectID
    /// Whether it is a regular file; links and submodules are not.
    package let isRegular: Bool
  }

  /// Returns the files below each of `roots` in a tree, roots that are files themselves included, in
  /// git's order. What the tree does not hold gives nothing.
  ///
  /// - Parameter entering: Says whether a folder is of interest, by its tree.
  package func files(
    below roots: [RepositoryPath], in tree: ObjectID,
    entering: (ObjectID) -> Bool = { _ in true }
  ) throws(GitError) -> [File] {
    var found: [File] = []
    for root in roots {
      guard let entry = try self.entry(at: root, in: tree) else { continue }
      if entry.isTree {
        try collect(entry.id, at: root, depth: 0, entering: entering, into: &found)
      } else {
        found.append(File(path: root, blob: entry.id, isRegular: entry.isRegularFile))
      }
    }
    return found
  }

  /// Returns the object that a path names in a tree: the name of a folder's tree or of a file's blob.
  package func object(at path: RepositoryPath, in tree: ObjectID) throws(GitError) -> ObjectID? {
    try entry(at: path, in: tree)?.id
  }

  /// Returns the content of a blob; `nil` where it is not there (a partial clone) or longer than
  /// `limit` bytes.
  package func blob(_ id: ObjectID, limit: Int) throws(GitError) -> [UInt8]? {
    guard let header = try database.header(of: id), header.type == GIT_OBJECT_BLOB,
      header.size <= limit
    else { return nil }
    return try database.withObject(id) { _, bytes in Array(bytes) }
  }

  /// Returns how many bytes an object has; `nil` where it is not there.
  func size(of id: ObjectID) throws(GitError) -> Int? { try database.header(of: id)?.size }

  /// Returns whether two trees differ, and whether they differ outside `selection`. It stops at the
  /// first difference outside, so that most commits cost two small trees.
  ///
  /// - Parameter old: The tree before, `nil` for an empty one.
  package func differences(
    from old: ObjectID?, to new: ObjectID, outside selection: PathSelection
  ) throws(GitError) -> (any: Bool, outside: Bool) {
    if old == new { return (false, false) }
    return try compare(old, new, prefix: "", selection: selection)
  }

  private func compare(
    _ old: ObjectID?, _ new: ObjectID?, prefix: String, selection: PathSelection
  ) throws(GitError) -> (any: Bool, outside: Bool) {
    let before = try old.map { id throws(GitError) in try entries(of: id) } ?? []
    let after = try new.map { id throws(GitError) in try entries(of: id) } ?? []
    var differs = false
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      let (old, new) = TreeEntry.next(before, &left, after, &right)
      if let old, let new, old.id == new.id, old.mode == new.mode { continue }
      guard let entry = new ?? old else { continue }
      differs = true
      let path = prefix + entry.name
      switch selection.relation(of: path) {
      case .inside: continue
      case .outside: return (true, true)
      case .above:
        guard entry.isTree else { return (true, true) }
        let below = try compare(old?.id, new?.id, prefix: path + "/", selection: selection)
        if below.outside { return (true, true) }
      }
    }
    return (differs, false)
  }

  private func entry(at path: RepositoryPath, in tree: ObjectID) throws(GitError) -> TreeEntry? {
    var folder = tree
    var found: TreeEntry?
    for (depth, component) in path.components.enumerated() {
      if depth > 0 {
        guard let entry = found, entry.isTree else { return nil }
        folder = entry.id
      }
      found = try entries(of: folder).first { $0.nameBytes.elementsEqual(component.utf8) }
      if found == nil { return nil }
    }
    return found
  }

  private func collect(
    _ tree: ObjectID, at folder: RepositoryPath, depth: Int, entering: (ObjectID) -> Bool,
    into found: inout [File]
  ) throws(GitError) {
    // Plan trees are a few folders deep; a tree made to be hostile ends here.
    guard depth < 64, entering(tree) else { return }
    for entry in try entries(of: tree) {
      guard let path = folder.appending(entry.name) else { continue }
      if entry.isTree {
        try collect(entry.id, at: path, depth: depth + 1, entering: entering, into: &found)
      } else {
        found.append(File(path: path, blob: entry.id, isRegular: entry.isRegularFile))
      }
    }
  }

  func entries(of tree: ObjectID) throws(GitError) -> [TreeEntry] {
    if let known = recent[tree] { return known }
    let entries: [TreeEntry]
    if let known = older[tree] {
      entries = known
    } else {
      let read = try database.withObject(tree) { type, bytes in
        type == GIT_OBJECT_TREE ? TreeEntry.entries(of: bytes) : nil
      }
      guard let read = read ?? nil else {
        throw GitError(
          code: .notFound, attempt: "read the tree \(tree)", reason: "the repository lacks it",
          hint: "run 'git fetch --refetch' if this is a partial clone, else 'git fsck'")
      }
      entries = read
    }
    if recentSize >= Self.generationSize {
      older = recent
      recent = [:]
      recentSize = 0
    }
    recent[tree] = entries
    recentSize += entries.count + 1
    return entries
  }
}
