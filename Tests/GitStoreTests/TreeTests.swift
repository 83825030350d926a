import Foundation
import GitModel
import TestSupport
import Testing

@testable import GitStore

@Suite struct TreeTests {
  /// A tree that `git mktree`-like plumbing makes of random entries: files, programs, links,
  /// submodules; a name is now a file, now a folder.
  private func randomTree(
    _ scratch: ScratchRepository, blobs: [String], seed: inout UInt64
  ) throws -> ObjectID {
    func draw(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    let names = ["a", "a.b", "a-b", "a0", "b", "z"]
    var lines = ""
    func add(_ prefix: String, depth: Int) {
      for name in names where draw(3) > 0 {
        let path = prefix + name
        switch draw(depth < 2 ? 8 : 5) {
        case 0: lines += "100755 \(blobs[draw(blobs.count)])\t\(path)\n"
        case 1: lines += "120000 \(blobs[draw(blobs.count)])\t\(path)\n"
        case 2: lines += "160000 \(String(repeating: "\(draw(2) + 1)", count: 40))\t\(path)\n"
        case 3, 4: lines += "100644 \(blobs[draw(blobs.count)])\t\(path)\n"
        default: add(path + "/", depth: depth + 1)
        }
      }
    }
    add("", depth: 0)
    let index = ["GIT_INDEX_FILE": scratch.path + "/.git/random"]
    try scratch.git(["read-tree", "--empty"], environment: index)
    try scratch.git(["update-index", "--index-info"], input: lines, environment: index)
    guard let id = ObjectID(try scratch.git(["write-tree"], environment: index)) else {
      throw CocoaError(.formatting)
    }
    return id
  }

  @Test("Random trees: files and differences equal ls-tree and diff-tree")
  func random() throws {
    let scratch = try ScratchRepository()
    let blobs = try (0..<3).map {
      try scratch.git(["hash-object", "-w", "--stdin"], input: "blob \($0)")
    }
    var seed: UInt64 = 42
    let trees = try (0..<14).map { _ in try randomTree(scratch, blobs: blobs, seed: &seed) }
    let reader = try TreeReader(try scratch.open())
    let roots = ["a", "a.b", "b", "z", "a-b", "a0"].compactMap { RepositoryPath($0) }
    for (number, tree) in trees.enumerated() {
      let listed = try scratch.fields(["ls-tree", "-r", "-z", tree.description])
      let files = try reader.files(below: roots, in: tree)
      let found = files.map { "\($0.isRegular) \($0.blob) \($0.path)" }
      let expected = listed.map { line in
        let parts = line.split(separator: "\t")
        let words = parts[0].split(separator: " ")
        return "\(words[0].hasPrefix("100")) \(words[2]) \(parts[1])"
      }
      #expect(found.sorted() == expected.sorted())
      if let file = files.first {
        #expect(try reader.object(at: file.path, in: tree) == file.blob)
      }

      let other = trees[(number + 1) % trees.count]
      let changed = try scratch.fields([
        "diff-tree", "-r", "--no-renames", "--name-only", "-z", tree.description,
        other.description,
      ]).compactMap { RepositoryPath($0) }
      for names in [
        ["a"], ["a/a", "b"], ["a.b/z", "a0", "z"], ["a", "a.b", "b", "z", "a-b", "a0"], [],
      ] {
        let selection = PathSelection(names.compactMap { RepositoryPath($0) })
        let result = try reader.differences(from: tree, to: other, outside: selection)
        #expect(result.any == !changed.isEmpty)
        #expect(
          result.outside == changed.contains { !selection.contains($0) }, "\(names) \(changed)")
      }
    }
    let same = try reader.differences(
      from: trees[0], to: trees[0], outside: PathSelection(EmptyCollection()))
    #expect(!same.any && !same.outside)
    let fromNothing = try reader.differences(
      from: nil, to: trees[0], outside: PathSelection(roots))
    #expect(fromNothing.any && !fromNothing.outside)
  }

  @Test("Files come in git's order below their root, and what is not there gives nothing")
  func order() throws {
    let scratch = try ScratchRepository()
    for name in ["p/a.md", "p/a/x", "p/a-b", "p/é", "q"] { try scratch.write("x", to: name) }
    let tree = try scratch.tree()
    let reader = try TreeReader(try scratch.open())
    func list(_ roots: String...) throws -> [String] {
      try reader.files(below: roots.compactMap { RepositoryPath($0) }, in: tree)
        .map(\.path.description)
    }
    #expect(
      try list("p")
        == scratch.fields(["ls-tree", "-r", "-z", "--name-only", tree.description, "p"]))
    #expect(try list("q", "none", "q/below", "p/a") == ["q", "p/a/x"])
    let file = try #require(RepositoryPath("q"))
    let blob = try #require(try reader.object(at: file, in: tree))
    #expect(try reader.blob(blob, limit: 1) == [120])
    #expect(try reader.blob(blob, limit: 0) == nil)
    #expect(try reader.blob(tree, limit: 1000) == nil)
    #expect(throws: GitError.self) { try reader.files(below: [file], in: .zero) }
  }
}
