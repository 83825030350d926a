import GitModel

/// One thing that a transaction does, in a form that can be done again: each carries what must be there
/// before, so that its state can be told from the disk.
enum FileOperation: Hashable, Sendable {
  /// A folder comes to be.
  case makeFolder(RepositoryPath)
  /// A file or a folder gets another path, where nothing stands yet.
  case move(from: RepositoryPath, to: RepositoryPath)
  /// A file comes to be where nothing stands yet.
  case create(RepositoryPath, PreparedFile)
  case replace(RepositoryPath, old: FileFingerprint, PreparedFile)
  case remove(RepositoryPath, old: FileFingerprint)
  /// A folder goes, if it is empty.
  case removeFolder(RepositoryPath)

  /// New content that waits on disk under a temporary name.
  struct PreparedFile: Hashable, Sendable {
    let temporary: RepositoryPath
    let content: FileFingerprint
  }

  var prepared: PreparedFile? {
    switch self {
    case .create(_, let prepared), .replace(_, _, let prepared): prepared
    case .makeFolder, .move, .remove, .removeFolder: nil
    }
  }

  /// The paths that the operation changes, temporary ones left out.
  var paths: [RepositoryPath] {
    switch self {
    case .move(let from, let to): [from, to]
    case .create(let path, _), .replace(let path, _, _), .remove(let path, _),
      .makeFolder(let path), .removeFolder(let path):
      [path]
    }
  }

  /// Whether what it did can be taken back: nothing of the content before is lost.
  var isReversible: Bool {
    switch self {
    case .makeFolder, .move, .create: true
    case .replace, .remove, .removeFolder: false
    }
  }
}
