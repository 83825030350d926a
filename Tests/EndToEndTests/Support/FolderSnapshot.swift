import Foundation

/// What a folder holds: every path below it with the bytes of a file or the aim of a link.
struct FolderSnapshot: Equatable {
  private var entries: [String: Data] = [:]

  /// Reads a folder, `.git` included; links are not followed.
  init(of folder: String) throws {
    let manager = FileManager.default
    for name in try manager.subpathsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      let kind = try manager.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      switch kind {
      case .typeDirectory: entries[name + "/"] = Data()
      case .typeSymbolicLink:
        entries[name] = Data(try manager.destinationOfSymbolicLink(atPath: path).utf8)
      default: entries[name] = manager.contents(atPath: path)
      }
    }
  }

  /// Returns the paths whose content is another one or that only one of the two holds, in order.
  func differences(from other: FolderSnapshot) -> [String] {
    Set(entries.keys).union(other.entries.keys)
      .filter { entries[$0] != other.entries[$0] }.sorted()
  }
}
