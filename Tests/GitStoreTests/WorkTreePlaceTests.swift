import Foundation
import GitModel
import SystemPackage
import TestSupport
import Testing

@testable import GitStore

@Suite struct WorkTreePlaceTests {
  private func roots(_ repository: Repository) throws -> [String] {
    try repository.otherWorkTrees().map(\.root.string).sorted()
  }

  @Test("Each work tree sees the others")
  func others() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    let (one, two) = (scratch.surroundings + "/one", scratch.surroundings + "/two two")
    try scratch.git(["worktree", "add", "--quiet", "-b", "b", one])
    try scratch.git(["worktree", "add", "--quiet", "--detach", two])
    #expect(try roots(scratch.open()) == [one, two])
    #expect(try roots(scratch.open(in: one)) == [scratch.path, two])
    #expect(try roots(scratch.open(in: two)) == [one, scratch.path])
    let places = try scratch.open().otherWorkTrees()
    #expect(try places.compactMap(\.detachedHead) == [scratch.id("HEAD")])
    for place in places {
      let listed = try scratch.git(["rev-parse", "--git-path", "index"], in: place.root.string)
      #expect(plain(place.index) == plain(FilePath(listed)))
    }
  }

  @Test("A bare repository has linked work trees alone")
  func bare() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    let bare = scratch.surroundings + "/bare.git"
    let linked = scratch.surroundings + "/linked"
    try scratch.git(["clone", "--quiet", "--bare", scratch.path, bare])
    try scratch.git(["worktree", "add", "--quiet", linked], in: bare)
    #expect(try roots(scratch.open(in: bare)) == [linked])
    #expect(try roots(scratch.open(in: linked)).isEmpty)
  }

  @Test("A work tree that was removed by hand is listed by its last place")
  func gone() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    let linked = scratch.surroundings + "/linked"
    try scratch.git(["worktree", "add", "--quiet", linked])
    try FileManager.default.removeItem(atPath: linked)
    #expect(try roots(scratch.open()) == [linked])
  }

  @Test("An index gives what ls-files lists, in every form", arguments: ["", "split", "conflict"])
  func index(_ form: String) async throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one", file: "a/b/one.md")
    try scratch.write("x", to: "a/with blank é.md")
    try scratch.write("x", to: "ab/other.md")
    try scratch.symbolicLink("a/link", to: "b/one.md")
    try scratch.git("add --all")
    if form == "split" { try scratch.git("update-index --split-index") }
    if form == "conflict" {
      let id = try scratch.git("rev-parse HEAD:a/b/one.md")
      let lines = (1...3).map { "100644 \(id) \($0)\ta/b/one.md\n" }.joined()
      try scratch.git(
        ["update-index", "--index-info"], input: "0 \(ObjectID.zero)\ta/b/one.md\n" + lines)
    }
    let roots = [try #require(RepositoryPath("a")), try #require(RepositoryPath("nowhere"))]
    let repository = try scratch.open()
    let directory = repository.gitDirectory
    let index = directory.appending("index")
    let read = repository.indexedFiles(below: roots, index: index)
    #expect((read == nil) == (form == "split"))
    let environment = scratch.environment
    let asked = try await withCheckedThrowingContinuation { continuation in
      // `GitProgram` blocks its thread: see `GitProgramTests`.
      DispatchQueue.global().async {
        continuation.resume(
          with: Result {
            try GitProgram(environment: environment)
              .indexedFiles(below: roots, index: index, gitDirectory: directory)
          })
      }
    }
    let expected = try scratch.fields(["ls-files", "--stage", "-z", "--", "a"]).map { line in
      let parts = line.split(separator: "\t")
      let words = parts[0].split(separator: " ")
      return "\(words[0].hasPrefix("100")) \(words[1]) \(parts[1])"
    }
    for files in [read, asked].compactMap(\.self) {
      #expect(files.map { "\($0.isRegular) \($0.blob) \($0.path)" } == expected)
    }
  }
}
