import Foundation

/// The files of a work tree with their contents, and what commands keep in its git directory.
struct WorkTreeSnapshot: Equatable {
  private(set) var files: [String: Data] = [:]
  /// Files in the git directory that commands leave only when they are killed.
  let journals: [String]

  init(of folder: String) throws {
    let manager = FileManager.default
    for name in try manager.subpathsOfDirectory(atPath: folder)
    where !name.hasPrefix(".git/") && name != ".git" {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      guard manager.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[name] = manager.contents(atPath: path)
    }
    journals = try manager.contentsOfDirectory(atPath: folder + "/.git")
      .filter { $0.hasPrefix("execplan") }.sorted()
  }
}
