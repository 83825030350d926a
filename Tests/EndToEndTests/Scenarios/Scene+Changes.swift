import Foundation
import TestSupport

/// What one commit of work can change.
enum ChangeKind: CaseIterable {
  case edit, editAndMode, add, delete, rename, renameAndEdit, mode, binary, binaryAdded, link
  case emptyFile, oddName, submodule, several, blanks
  /// What a commit before it changed on the same branch is changed once more.
  case submoduleMoved, blanksAgain

  /// Those that disturb no other, in whatever order they land.
  static let usual = allCases.filter { $0 != .submoduleMoved && $0 != .blanksAgain }
}

extension Scene {
  /// Changes files of the work tree, in a place that nothing else touches.
  ///
  /// - Returns: How the change can be seen.
  func change(_ kind: ChangeKind? = nil) throws -> Mark? {
    // Most changes are edits.
    let kind = kind ?? (dice.once(in: 2) ? .edit : dice.one(of: ChangeKind.usual))
    let number = next("\(kind)")
    if number >= 6, [.delete, .rename, .renameAndEdit, .mode, .binary].contains(kind) {
      return try edit()
    }
    note("change: \(kind)")
    switch kind {
    case .edit: return try edit()
    case .editAndMode:
      let mark = try edit()
      try setExecutable(SceneFiles.part(ofSlot: edited[edited.count - 1]))
      return mark
    case .add: return try add("new/file-\(number).txt", "new \(number)\nsecond\n")
    case .delete:
      try FileManager.default.removeItem(atPath: "\(repository.path)/old/gone-\(number).txt")
      return .file("old/gone-\(number).txt", isThere: false)
    case .rename, .renameAndEdit:
      let place = next("move")
      if place >= 6 { return try edit() }
      let text = try repository.read("old/move-\(place).txt")
      try FileManager.default.removeItem(atPath: "\(repository.path)/old/move-\(place).txt")
      return try add(
        // In one folder they would look to git like the folder renamed, and conflict with what is left.
        "moved-\(place)/move.txt", text + (kind == .rename ? "" : "and one more line\n"))
    case .mode:
      try setExecutable("old/run-\(number).sh")
      return nil
    case .binary:
      try repository.write(SceneFiles.binary(number + 100), to: "old/data-\(number).bin")
      return nil
    case .binaryAdded: return try add("new/data-\(number).bin", SceneFiles.binary(number + 200))
    case .link:
      try repository.write("", to: "new/link-\(number)")
      try FileManager.default.removeItem(atPath: "\(repository.path)/new/link-\(number)")
      try FileManager.default.createSymbolicLink(
        atPath: "\(repository.path)/new/link-\(number)", withDestinationPath: "file-\(number)")
      return .file("new/link-\(number)", isThere: true)
    case .emptyFile: return try add("new/empty-\(number)", "")
    case .oddName: return try add("new/grö \"ße\"\t\(number)", "odd \(number)\n")
    case .submodule:
      let path = "modules/m\(number)"
      try FileManager.default.createDirectory(
        atPath: "\(repository.path)/\(path)", withIntermediateDirectories: true)
      let id = String(repeating: "\(number % 10)", count: 39) + "a"
      try repository.git(["update-index", "--add", "--cacheinfo", "160000,\(id),\(path)"])
      return .file(path, isThere: true)
    case .submoduleMoved:
      guard next("submodule") > 0 else { return try change(.submodule) }
      used["submodule", default: 1] -= 1
      let path = "modules/m\(used["submodule", default: 1] - 1)"
      let id = String(repeating: "\(number % 10)", count: 39) + "b"
      try repository.git(["update-index", "--cacheinfo", "160000,\(id),\(path)"])
      return nil
    case .blanks, .blanksAgain:
      if kind == .blanks { blankSlot = slots.popLast() }
      guard let slot = blankSlot else { return try change(.blanks) }
      let file = SceneFiles.part(ofSlot: slot)
      let place = SceneFiles.line(ofSlot: slot)
      let lines = try repository.read(file).split(
        separator: "\n", omittingEmptySubsequences: false)
      try replaceLine(place, of: file, by: "  " + lines[place])
      return nil
    case .several:
      _ = try add("new/several-\(number).txt", "one of several\n")
      return try edit()
    }
  }

  /// Edits a line that nobody edited before.
  func edit() throws -> Mark {
    guard let slot = slots.popLast() else {
      let number = next("further")
      return try add("new/further-\(number).txt", "further \(number)\n")
    }
    edited.append(slot)
    let mark = "mark \(slot)"
    try replaceLine(SceneFiles.line(ofSlot: slot), of: SceneFiles.part(ofSlot: slot), by: mark)
    return .line(mark)
  }

  func replaceLine(_ number: Int, of file: String, by text: String) throws {
    note("line \(number) of \(file): \(text)")
    var lines = try repository.read(file).split(
      separator: "\n", omittingEmptySubsequences: false)
    lines[number] = text[...]
    try write(lines.joined(separator: "\n"), keepingModeOf: file)
  }

  private func write(_ text: String, keepingModeOf file: String) throws {
    let path = "\(repository.path)/\(file)"
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  private func add(_ path: String, _ text: String) throws -> Mark {
    try repository.write(text, to: path)
    return .file(path, isThere: true)
  }

  private func setExecutable(_ file: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(repository.path)/\(file)")
  }
}
