import GitModel
import GitStore

/// The files of a commit's tree.
struct CommitFiles: DocumentSource {
  private let reader: TreeReader
  /// The tree, `nil` for an empty one.
  private let tree: ObjectID?

  /// The files of HEAD; none before the first commit.
  init(headOf repository: Repository) throws(GitError) {
    reader = try TreeReader(repository)
    guard let head = try repository.head().commit else {
      tree = nil
      return
    }
    tree = try repository.readCommit(head) { commit, _ in commit.tree }
  }

  func files(below folder: RepositoryPath) throws -> [RepositoryPath] {
    guard let tree else { return [] }
    return try reader.files(below: [folder], in: tree).filter(\.isRegular).map(\.path).sorted()
  }

  func read(_ path: RepositoryPath, limit: Int) throws -> [UInt8]? {
    guard let tree, let blob = try reader.object(at: path, in: tree) else { return nil }
    if let bytes = try reader.blob(blob, limit: limit) { return bytes }
    throw GitError(
      attempt: "read \(path)", reason: "it is missing, no file, or longer than \(limit) bytes")
  }

  func exists(_ path: RepositoryPath) -> Bool {
    guard let tree else { return false }
    return (try? reader.object(at: path, in: tree)) ?? nil != nil
  }

  func isFolder(_ path: RepositoryPath) -> Bool {
    guard exists(path), let tree else { return false }
    let files = try? reader.files(below: [path], in: tree)
    return files?.first?.path != path
  }
}
