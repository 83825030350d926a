import Testing

@testable import WorkTree

@Suite struct FileTransactionTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("Several files change together, folders are made, modes kept")
  func together() throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a")
    try folder.setMode(0o700, of: "tree/a")
    var transaction = try folder.transaction()
    #expect(transaction.isEmpty)
    try transaction.write(bytes("A"), to: folder.path("a"))
    try transaction.write(bytes("B"), to: folder.path("x/y/b"), isNew: true)
    #expect(!transaction.isEmpty)
    #expect(folder.text("tree/a") == "old")
    try transaction.commit()
    #expect(folder.text("tree/a") == "A")
    #expect(folder.text("tree/x/y/b") == "B")
    #expect(FileStatus(of: folder.files.location(of: try folder.path("a")))?.permissions == 0o700)
    #expect(
      folder.everything() == [
        "git", "outside", "tree", "tree/a", "tree/x", "tree/x/y", "tree/x/y/b",
      ])
  }

  @Test("Where the second file cannot be prepared the first one stays as it was")
  func fileAmongFolders() throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a")
    try folder.write("a file", to: "tree/b")
    var transaction = try folder.transaction()
    try transaction.write(bytes("new"), to: folder.path("a"))
    #expect(throws: FileError.self) {
      try transaction.write(bytes("new"), to: folder.path("b/c"))
      try transaction.commit()
    }
    #expect(folder.text("tree/a") == "old")
    #expect(folder.everything() == ["git", "outside", "tree", "tree/a", "tree/b"])
  }

  @Test("Where a folder stands in the second file's place the first one stays as it was")
  func folderInPlace() throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a")
    try folder.write("x", to: "tree/b/c")
    var transaction = try folder.transaction()
    try transaction.write(bytes("new"), to: folder.path("a"))
    #expect(throws: FileError.self) {
      try transaction.write(bytes("new"), to: folder.path("b"))
      try transaction.commit()
    }
    #expect(folder.text("tree/a") == "old")
    #expect(folder.everything() == ["git", "outside", "tree", "tree/a", "tree/b", "tree/b/c"])
  }

  @Test("Where a file that must be new exists, nothing changes")
  func isNew() throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a")
    try folder.write("old", to: "tree/b")
    var transaction = try folder.transaction()
    try transaction.write(bytes("new"), to: folder.path("a"))
    #expect(throws: FileError.self) {
      try transaction.write(bytes("new"), to: folder.path("b"), isNew: true)
      try transaction.commit()
    }
    #expect(folder.text("tree/a") == "old")
    #expect(folder.text("tree/b") == "old")
    #expect(folder.everything() == ["git", "outside", "tree", "tree/a", "tree/b"])
  }

  @Test(
    "A link in the place of a file is refused, wherever it leads",
    arguments: [
      "../outside/secret", "a", "nowhere",
    ])
  func links(_ target: String) throws {
    let folder = try WorkFolder()
    try folder.write("secret", to: "outside/secret")
    try folder.write("old", to: "tree/a")
    try folder.link("tree/link", to: target)
    var transaction = try folder.transaction()
    #expect(throws: FileError.self) { try transaction.write([1], to: folder.path("link")) }
    #expect(transaction.isEmpty)
    #expect(folder.text("outside/secret") == "secret")
  }

  @Test("A folder that leads out of the tree is refused", arguments: ["a", "a/b/c"])
  func folderLeadsOut(_ path: String) throws {
    let folder = try WorkFolder()
    try folder.link("tree/out", to: "../outside")
    var transaction = try folder.transaction()
    #expect(throws: FileError.self) { try transaction.write([1], to: folder.path("out/" + path)) }
    #expect(folder.everything() == ["git", "outside", "tree", "tree/out"])
  }

  @Test("A dangling link among the folders is refused, and nothing is made behind it")
  func danglingFolder() throws {
    let folder = try WorkFolder()
    try folder.link("tree/out", to: "../outside/new")
    var transaction = try folder.transaction()
    #expect(throws: FileError.self) {
      try transaction.write([1], to: folder.path("out/a"))
      try transaction.commit()
    }
    #expect(folder.everything() == ["git", "outside", "tree", "tree/out"])
  }

  @Test("A folder that is a link inside the tree may be written through")
  func folderInside() throws {
    let folder = try WorkFolder()
    try folder.write("x", to: "tree/real/keep")
    try folder.link("tree/alias", to: "real")
    var transaction = try folder.transaction()
    try transaction.write(bytes("new"), to: folder.path("alias/a"))
    try transaction.commit()
    #expect(folder.text("tree/real/a") == "new")
  }

  @Test("A move to a path that is taken is refused", arguments: ["b", "c", "c/d"])
  func moveToTaken(_ target: String) throws {
    let folder = try WorkFolder()
    try folder.write("a", to: "tree/a/x")
    try folder.write("b", to: "tree/b")
    try folder.write("d", to: "tree/c/d")
    var transaction = try folder.transaction()
    #expect(throws: FileError.self) {
      try transaction.move(from: folder.path("a"), to: folder.path(target))
    }
    #expect(throws: FileError.self) {
      try transaction.move(from: folder.path("b"), to: folder.path(target))
    }
    #expect(transaction.isEmpty)
  }

  @Test("What cannot be moved is refused", arguments: ["none", "link", "out/secret", "a"])
  func moveFrom(_ source: String) throws {
    let folder = try WorkFolder()
    try folder.write("a", to: "tree/a/x")
    try folder.write("secret", to: "outside/secret")
    try folder.link("tree/link", to: "a")
    try folder.link("tree/out", to: "../outside")
    var transaction = try folder.transaction()
    #expect(throws: FileError.self) {
      try transaction.move(from: folder.path(source), to: folder.path("a/b"))
    }
    #expect(transaction.isEmpty)
  }

  @Test("Moves follow each other, and writes follow moves")
  func chain() throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a/1.md")
    try folder.write("other", to: "tree/a/3.md")
    var transaction = try folder.transaction()
    try transaction.write(bytes("new"), to: folder.path("a/1.md"), expecting: bytes("old"))
    try transaction.move(from: folder.path("a"), to: folder.path("b"))
    try transaction.move(from: folder.path("b/1.md"), to: folder.path("b/2.md"))
    try transaction.move(from: folder.path("b/3.md"), to: folder.path("b/1.md"))
    #expect(throws: FileError.self) {
      try transaction.move(from: folder.path("a/1.md"), to: folder.path("c"))
    }
    try transaction.commit()
    #expect(folder.text("tree/b/2.md") == "new")
    #expect(folder.text("tree/b/1.md") == "other")
    #expect(
      folder.everything() == ["git", "outside", "tree", "tree/b", "tree/b/1.md", "tree/b/2.md"])
  }

  @Test("A file that is not what the caller read is not written")
  func expecting() throws {
    let folder = try WorkFolder()
    try folder.write("a person's", to: "tree/a")
    var transaction = try folder.transaction()
    #expect(throws: FileError.self) {
      try transaction.write(bytes("new"), to: folder.path("a"), expecting: bytes("old"))
    }
    #expect(transaction.isEmpty)
  }

  @Test("A file that changes before the commit is not written, nor is any other")
  func changedBeforeCommit() throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a")
    try folder.write("old", to: "tree/b")
    var transaction = try folder.transaction()
    try transaction.write(bytes("new"), to: folder.path("a"))
    try transaction.write(bytes("new"), to: folder.path("b"))
    try folder.write("a person's", to: "tree/b")
    #expect(throws: FileError.self) { try transaction.commit() }
    #expect(folder.text("tree/a") == "old")
    #expect(folder.text("tree/b") == "a person's")
    #expect(folder.everything() == ["git", "outside", "tree", "tree/a", "tree/b"])
  }

  @Test("The same content again is no change")
  func same() throws {
    let folder = try WorkFolder()
    try folder.write("same", to: "tree/a")
    var transaction = try folder.transaction()
    try transaction.write(bytes("same"), to: folder.path("a"))
    #expect(transaction.isEmpty)
  }

  @Test("A name of 255 bytes has a temporary one")
  func longName() throws {
    let folder = try WorkFolder()
    let name = String(repeating: "é", count: 126) + ".md"
    var transaction = try folder.transaction()
    try transaction.write(bytes("new"), to: folder.path(name), isNew: true)
    try transaction.commit()
    #expect(folder.text("tree/" + name) == "new")
  }
}
