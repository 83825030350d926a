import Foundation
import GitModel
import TestSupport
import Testing

@testable import GitStore

/// Patches of random changes, held against git's.
@Suite struct RandomPatchTests {
  static let seeds: [UInt64] =
    ProcessInfo.processInfo.environment["EXECPLAN_SEED"].flatMap { UInt64($0) }.map { [$0] }
    ?? [1, 2, 3]

  /// What a commit changes, as we see it.
  private struct Seen {
    let key: PatchKey?
    let lines: LineChange
  }

  private func seen(
    _ commit: ObjectID, _ repository: Repository, _ reader: TreeReader
  ) throws -> Seen {
    func tree(_ id: ObjectID) throws -> ObjectID? {
      try repository.readCommit(id) { commit, _ in commit.tree }
    }
    let parent = try repository.readCommit(commit) { commit, _ in commit.parents.first } ?? nil
    let old = try parent.flatMap(tree)
    let new = try #require(try tree(commit))
    let changes = try #require(try reader.changes(from: old, to: new))
    return Seen(key: try repository.patchKey(of: changes), lines: try reader.lines(of: changes))
  }

  @Test("Keys are equal where git patch-id --stable says so, and only there", arguments: seeds)
  func patchIDs(_ seed: UInt64) throws {
    let scratch = try ScratchRepository()
    var dice = Dice(seed: seed)
    var commits = RandomCommits()
    for _ in 0..<6 {
      var base = RandomFiles()
      for _ in 0..<dice.number(0...4) { base.change(&dice) }
      commits.startAnew()
      let root = commits.add(base)
      for _ in 0..<50 {
        var files = base
        for _ in 0..<dice.number(1...2) { files.change(&dice) }
        _ = commits.add(files, parent: root)
      }
    }
    let names = try commits.write(to: scratch)
    let list = names.values.map { "\($0)\n" }.joined()
    // Git's output is not UTF-8, so that it stays among git's own programs.
    let pipe =
      "!git diff-tree --stdin --root -p --full-index --no-renames | git patch-id --stable"
    let ids = try scratch.git(["-c", "alias.ids=\(pipe)", "ids"], input: list)
    var expected: [ObjectID: String] = [:]
    for line in ids.split(separator: "\n") {
      let words = line.split(separator: " ")
      if let id = ObjectID(words[1]) { expected[id] = String(words[0]) }
    }
    let repository = try scratch.open()
    let reader = try TreeReader(repository)
    var keys: [String: PatchKey] = [:]
    var lines: [String: LineChange] = [:]
    var patches: [PatchKey: String] = [:]
    for commit in names.values.sorted() {
      let found = try seen(commit, repository, reader)
      let patch = expected[commit]
      #expect((found.key == nil) == (patch == nil), "seed \(seed): \(commit)")
      guard let key = found.key, let patch else { continue }
      #expect(keys[patch, default: key] == key, "seed \(seed): git takes \(commit) for the same")
      #expect(patches[key, default: patch] == patch, "seed \(seed): \(commit) is another for git")
      #expect(lines[patch, default: found.lines] == found.lines, "seed \(seed): lines of \(commit)")
      keys[patch] = key
      patches[key] = patch
      lines[patch] = found.lines
    }
    // Enough of them are the same change as another one.
    #expect(keys.count > 100 && expected.count - keys.count > 40)
  }

  @Test(
    "Commits are copies of each other where git cherry says so, and only there", arguments: seeds)
  func cherry(_ seed: UInt64) throws {
    let scratch = try ScratchRepository()
    var dice = Dice(seed: seed)
    var commits = RandomCommits()
    let base = RandomFiles()
    let root = commits.add(base)
    for branch in ["left", "right"] {
      var files = base
      var tip = root
      for _ in 0..<80 {
        files.change(&dice, seenByCherry: true)
        tip = commits.add(files, parent: tip)
      }
      commits.name(branch, tip)
    }
    _ = try commits.write(to: scratch)
    let repository = try scratch.open()
    let reader = try TreeReader(repository)
    func keys(_ range: String) throws -> [(ObjectID, PatchKey?)] {
      try scratch.git(["rev-list", range]).split(separator: "\n").compactMap { ObjectID($0) }
        .map { ($0, try seen($0, repository, reader).key) }
    }
    let right = Set(try keys("left..right").map(\.1))
    var found: [String] = []
    for (commit, key) in try keys("right..left") where key != nil && right.contains(key) {
      found.append(commit.description)
    }
    // What changes nothing is no copy for us, whatever git says of it.
    let empty = Set(try keys("right..left").filter { $0.1 == nil }.map(\.0.description))
    let expected = try scratch.git(["cherry", "right", "left"]).split(separator: "\n")
      .filter { $0.hasPrefix("-") }.map { String($0.dropFirst(2)) }.filter { !empty.contains($0) }
    #expect(found.sorted() == expected.sorted(), "seed \(seed)")
    #expect(found.count > 3)
  }
}
