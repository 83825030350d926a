import GitModel
import SystemPackage

/// The folders that a transaction needs: which are there, and which have to be made.
struct FolderPlan {
  /// The folders to make at once, outer ones first.
  private(set) var missing: [RepositoryPath] = []
  /// The folders to make in those that move, after the moves; outer ones first.
  private(set) var later: [RepositoryPath] = []
  private let transaction: FileTransaction
  private let files: WorkFiles

  init(_ transaction: FileTransaction) {
    self.transaction = transaction
    files = transaction.lock.files
    let targets =
      transaction.moves.map(\.to)
      + transaction.writes.filter { $0.old == nil }.map(\.path)
    for target in targets {
      var (now, afterwards): ([RepositoryPath], [RepositoryPath]) = ([], [])
      var folder = target.parent
      while let current = folder {
        if !moves(current) {
          if isThere(current) || missing.contains(current) { break }
          now.append(current)
        } else if !isThereAfterwards(current), !later.contains(current) {
          afterwards.append(current)
        }
        folder = current.parent
      }
      missing += now.reversed()
      later += afterwards.reversed()
    }
  }

  /// Returns the folder where a new content waits: its own, or the next one above that does not move.
  /// `nil` for the root.
  func place(forTemporaryOf path: RepositoryPath) -> RepositoryPath? {
    var folder = path.parent
    while let current = folder, moves(current) || !(isThere(current) || missing.contains(current)) {
      folder = current.parent
    }
    return folder
  }

  /// Returns the innermost folder above a path that is there now.
  func existing(above path: RepositoryPath) -> FilePath {
    var folder = path.parent
    while let current = folder, !isThere(current) { folder = current.parent }
    return folder.map(files.location) ?? files.root
  }

  private func isThere(_ folder: RepositoryPath) -> Bool {
    FileStatus(of: files.location(of: folder)) != nil
  }

  private func isThereAfterwards(_ folder: RepositoryPath) -> Bool {
    transaction.present(of: folder).map { isThere($0) } ?? false
  }

  /// Whether a folder comes or goes by a move.
  private func moves(_ folder: RepositoryPath) -> Bool {
    transaction.moves.contains { move in
      folder.moved(from: move.from, to: move.to) != nil
        || folder.moved(from: move.to, to: move.from) != nil
    }
  }
}
