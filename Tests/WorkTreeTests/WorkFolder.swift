import Foundation
import GitModel
import SystemPackage
import TestSupport

@testable import WorkTree

/// A work tree for one test with a git directory, and a folder beside them that nothing may touch.
struct WorkFolder {
  private let folder: TemporaryFolder
  let files: WorkFiles

  init() throws {
    folder = try TemporaryFolder()
    for name in ["tree", "outside", "git"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }
    files = try WorkFiles(root: FilePath(folder.path + "/tree"))
  }

  /// Takes the lock, which finishes what is unfinished.
  func lock(on system: Disk = .system) throws(FileError) -> WorkTreeLock {
    let git = FilePath(disk("git"))
    return try WorkTreeLock(files, locking: git, gitDirectory: git, disk: system)
  }

  /// Begins a transaction, which keeps the lock.
  func transaction() throws(FileError) -> FileTransaction { try lock().transaction() }

  /// Where something lies on disk; `name` is relative to the folder of tree and `outside`.
  func disk(_ name: String) -> String { folder.path + "/" + name }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: disk(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: disk(name), withDestinationPath: target)
  }

  func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: disk(name))
  }

  /// The content of a file as text, `nil` where there is none.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: disk(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names of everything below tree and `outside`, in order.
  func everything() -> [String] {
    (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []).sorted()
  }

  func path(_ text: String) throws -> RepositoryPath {
    guard let path = RepositoryPath(text) else { throw CocoaError(.fileReadInvalidFileName) }
    return path
  }
}
