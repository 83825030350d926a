import Foundation
import GitModel
import SystemPackage
import Testing

@testable import WorkTree

@Suite struct WorkFilesTests {
  @Test("Files are listed in the order of their paths, links passed over")
  func listing() throws {
    let folder = try WorkFolder()
    for name in ["b/z", "b/a", "b-c", "a", "B", "b/c/d", ".hidden", "é"] {
      try folder.write("x", to: "tree/plans/" + name)
    }
    try folder.link("tree/plans/file-link", to: "a")
    try folder.link("tree/plans/folder-link", to: "../../outside")
    try folder.write("x", to: "tree/plans/.git/config")
    try folder.write("x", to: "outside/secret")
    let found = try folder.files.files(below: folder.path("plans")).map(\.description)
    #expect(
      found
        == [".hidden", "B", "a", "b-c", "b/a", "b/c/d", "b/z", "é"].map { "plans/" + $0 })
  }

  @Test("What is no folder holds nothing")
  func nothing() throws {
    let folder = try WorkFolder()
    try folder.write("x", to: "tree/file")
    #expect(try folder.files.files(below: folder.path("missing/below")).isEmpty)
    #expect(try folder.files.files(below: folder.path("file")).isEmpty)
  }

  @Test("A root of plans that leads out of the tree is refused")
  func rootLeadsOut() throws {
    let folder = try WorkFolder()
    try folder.write("x", to: "outside/secret")
    try folder.link("tree/plans", to: "../outside")
    #expect(throws: FileError.self) { try folder.files.files(below: folder.path("plans")) }
    #expect(throws: FileError.self) {
      try folder.files.read(folder.path("plans/secret"), limit: 100)
    }
  }

  @Test("Very deep folders end the listing, not the program")
  func depth() throws {
    let folder = try WorkFolder()
    try folder.write("x", to: "tree/p/" + String(repeating: "d/", count: 80) + "deep")
    try folder.write("x", to: "tree/p/shallow")
    #expect(try folder.files.files(below: folder.path("p")).map(\.description) == ["p/shallow"])
  }

  @Test(
    "The end of a file can be enough", arguments: [(1, 1), (999, 999), (1000, 1000), (2000, 1000)])
  func end(_ last: Int, _ count: Int) throws {
    let folder = try WorkFolder()
    let text = (0..<1000).map { String($0 % 10) }.joined()
    try folder.write(text, to: "tree/a")
    #expect(
      try folder.files.read(folder.path("a"), last: last, limit: 1000)
        == Array(text.utf8.suffix(count)))
  }

  @Test("Reading stops at the limit")
  func limit() throws {
    let folder = try WorkFolder()
    try folder.write(String(repeating: "x", count: 1000), to: "tree/a")
    #expect(try folder.files.read(folder.path("a"), limit: 1000)?.count == 1000)
    #expect(throws: FileError.self) { try folder.files.read(folder.path("a"), limit: 999) }
  }

  @Test("What is not there is nil; what is no file is an error")
  func kinds() throws {
    let folder = try WorkFolder()
    try folder.write("x", to: "tree/folder/file")
    try folder.link("tree/link", to: "folder/file")
    #expect(try folder.files.read(folder.path("none"), limit: 10) == nil)
    #expect(try folder.files.read(folder.path("none/below"), limit: 10) == nil)
    #expect(throws: FileError.self) { try folder.files.read(folder.path("folder"), limit: 10) }
    #expect(throws: FileError.self) { try folder.files.read(folder.path("link"), limit: 10) }
    #expect(folder.files.exists(try folder.path("link")))
    #expect(!folder.files.exists(try folder.path("none")))
  }

  @Test("A pipe in the place of a file does not block")
  func pipe() throws {
    let folder = try WorkFolder()
    try #require(mkfifo(folder.disk("tree/pipe"), 0o600) == 0)
    #expect(try folder.files.files(below: folder.path("pipe")).isEmpty)
    #expect(throws: FileError.self) { try folder.files.read(folder.path("pipe"), limit: 10) }
  }

  @Test("The root is reached through links, and is known without them")
  func linkedRoot() throws {
    let folder = try WorkFolder()
    try folder.write("x", to: "tree/a")
    try folder.link("alias", to: "tree")
    let files = try WorkFiles(root: FilePath(folder.disk("alias")))
    #expect(files.root.string == folder.disk("tree"))
    #expect(try files.read(folder.path("a"), limit: 10) == [120])
  }
}
