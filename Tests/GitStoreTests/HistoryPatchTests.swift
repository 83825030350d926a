import Foundation
import GitModel
import SystemPackage
import TestSupport
import Testing

@testable import GitStore

/// Patches of a real history, held against git's. Runs only where a repository is given:
///
///     EXECPLAN_HISTORY=/src/git swift test --filter HistoryPatchTests
@Suite struct HistoryPatchTests {
  private static let history = ProcessInfo.processInfo.environment["EXECPLAN_HISTORY"]

  @Test(
    "Keys are equal where git patch-id --stable says so, and only there",
    .enabled(if: history != nil))
  func patchIDs() throws {
    let path = try #require(Self.history)
    let scratch = try ScratchRepository()
    let all = try scratch.git(["rev-list", "--all", "--no-merges"], in: path)
      .split(separator: "\n")
    var dice = Dice(seed: 42)
    let commits = Set((0..<3000).compactMap { _ in ObjectID(dice.one(of: all)) })
    let list = commits.map { "\($0)\n" }.joined()
    let pipe =
      "!git diff-tree --stdin --root -p --full-index --no-renames | git patch-id --stable"
    let ids = try scratch.git(["-c", "alias.ids=\(pipe)", "ids"], in: path, input: list)
    var expected: [ObjectID: String] = [:]
    for line in ids.split(separator: "\n") {
      let words = line.split(separator: " ")
      if let id = ObjectID(words[1]) { expected[id] = String(words[0]) }
    }
    let repository = try Repository(at: FilePath(path), environment: scratch.environment)
    let reader = try TreeReader(repository)
    func tree(_ id: ObjectID?) throws -> ObjectID? {
      try id.flatMap { try repository.readCommit($0) { commit, _ in commit.tree } }
    }
    var keys: [String: PatchKey] = [:]
    var patches: [PatchKey: String] = [:]
    var wrong: [ObjectID] = []
    for commit in commits.sorted() {
      let parent = try repository.readCommit(commit) { commit, _ in commit.parents.first } ?? nil
      let changes = try reader.changes(from: try tree(parent), to: try tree(commit))
      let key = try repository.patchKey(of: try #require(changes))
      let patch = expected[commit]
      guard let key, let patch else {
        if (key == nil) != (patch == nil) { wrong.append(commit) }
        continue
      }
      if keys[patch, default: key] != key || patches[key, default: patch] != patch {
        wrong.append(commit)
      }
      keys[patch] = key
      patches[key] = patch
    }
    print("\(path): \(commits.count) commits, \(keys.count) patches, \(wrong.count) wrong")
    #expect(wrong.isEmpty)
  }
}
