import Foundation
import GitModel
import SystemPackage
import Testing

@testable import WorkTree

/// A work tree with files of every kind that a transaction changes, and one transaction that changes them
/// all.
struct TransactionFixture {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write("plan, open", to: "tree/plans/auth/plan.md")
    try folder.write("notes", to: "tree/plans/auth/notes/a.txt")
    try folder.link("tree/plans/auth/link", to: "notes/a.txt")
    try folder.write("part", to: "tree/plans/other/milestones/active/part.md")
    try folder.write("old registry", to: "tree/plans/registry.json")
    try folder.write("draft", to: "tree/plans/drafts/2026/draft.md")
    try folder.write("a person's", to: "tree/plans/other/own.md")
    try folder.setMode(0o640, of: "tree/plans/auth/plan.md")
  }

  /// A folder moves, a file in it changes; a file moves, its folders empty; files are made, replaced and
  /// removed.
  func transaction(_ lock: WorkTreeLock) throws -> FileTransaction {
    var transaction = lock.transaction()
    let top = try folder.path("plans")
    try transaction.move(from: folder.path("plans/auth"), to: folder.path("plans/done/2026/auth"))
    try transaction.write(
      Array("plan, done".utf8), to: folder.path("plans/done/2026/auth/plan.md"))
    let part = try folder.path("plans/other/milestones/active/part.md")
    try transaction.move(from: part, to: folder.path("plans/other/milestones/archive/part.md"))
    transaction.removeEmptyFolders(above: part, below: top)
    try transaction.write(Array("new".utf8), to: folder.path("plans/new/x/new.md"), isNew: true)
    try transaction.write(Array("new".utf8), to: folder.path("plans/done/2026/auth/log/1.md"))
    try transaction.write(Array("new registry".utf8), to: folder.path("plans/registry.json"))
    let draft = try folder.path("plans/drafts/2026/draft.md")
    try transaction.remove(draft)
    transaction.removeEmptyFolders(above: draft, below: top)
    return transaction
  }

  /// Carries out the transaction, and gives the lock back.
  func commit(on disk: Disk) throws { try transaction(folder.lock(on: disk)).commit() }

  /// All files and folders with their contents and modes.
  func state() -> [String: String] {
    var state: [String: String] = [:]
    for name in folder.everything() {
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder.disk(name))
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory?: state[name] = "folder"
      case .typeSymbolicLink?: state[name] = "link"
      default:
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        state[name] = (folder.text(name) ?? "") + " " + String(mode, radix: 8)
      }
    }
    return state
  }

  /// The state after the whole transaction.
  static func finalState() throws -> [String: String] {
    let fixture = try TransactionFixture()
    try fixture.commit(on: .system)
    return fixture.state()
  }
}
