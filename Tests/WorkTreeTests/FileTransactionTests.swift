import Testing

@testable import WorkTree

@Suite struct FileTransactionTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("Several files change together, folders are made, modes kept")
  func together() throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a")
    try folder.setMode(0o700, of: "tree/a")
    var transaction = FileTransaction(in: folder.files)
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
      folder.everything() == ["outside", "tree", "tree/a", "tree/x", "tree/x/y", "tree/x/y/b"])
  }

  @Test("Where the second file cannot be prepared the first one stays as it was")
  func fileAmongFolders() throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a")
    try folder.write("a file", to: "tree/b")
    var transaction = FileTransaction(in: folder.files)
    try transaction.write(bytes("new"), to: folder.path("a"))
    #expect(throws: FileError.self) {
      try transaction.write(bytes("new"), to: folder.path("b/c"))
      try transaction.commit()
    }
    #expect(folder.text("tree/a") == "old")
    #expect(folder.everything() == ["outside", "tree", "tree/a", "tree/b"])
  }

  @Test("Where a folder stands in the second file's place the first one stays as it was")
  func folderInPlace() throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a")
    try folder.write("x", to: "tree/b/c")
    var transaction = FileTransaction(in: folder.files)
    try transaction.write(bytes("new"), to: folder.path("a"))
    #expect(throws: FileError.self) {
      try transaction.write(bytes("new"), to: folder.path("b"))
      try transaction.commit()
    }
    #expect(folder.text("tree/a") == "old")
    #expect(folder.everything() == ["outside", "tree", "tree/a", "tree/b", "tree/b/c"])
  }

  @Test("Where a file that must be new exists, nothing changes")
  func isNew() throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a")
    try folder.write("old", to: "tree/b")
    var transaction = FileTransaction(in: folder.files)
    try transaction.write(bytes("new"), to: folder.path("a"))
    #expect(throws: FileError.self) {
      try transaction.write(bytes("new"), to: folder.path("b"), isNew: true)
      try transaction.commit()
    }
    #expect(folder.text("tree/a") == "old")
    #expect(folder.text("tree/b") == "old")
    #expect(folder.everything() == ["outside", "tree", "tree/a", "tree/b"])
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
    var transaction = FileTransaction(in: folder.files)
    #expect(throws: FileError.self) { try transaction.write([1], to: folder.path("link")) }
    #expect(transaction.isEmpty)
    #expect(folder.text("outside/secret") == "secret")
  }

  @Test("A folder that leads out of the tree is refused", arguments: ["a", "a/b/c"])
  func folderLeadsOut(_ path: String) throws {
    let folder = try WorkFolder()
    try folder.link("tree/out", to: "../outside")
    var transaction = FileTransaction(in: folder.files)
    #expect(throws: FileError.self) { try transaction.write([1], to: folder.path("out/" + path)) }
    #expect(folder.everything() == ["outside", "tree", "tree/out"])
  }

  @Test("A dangling link among the folders is refused, and nothing is made behind it")
  func danglingFolder() throws {
    let folder = try WorkFolder()
    try folder.link("tree/out", to: "../outside/new")
    var transaction = FileTransaction(in: folder.files)
    #expect(throws: FileError.self) {
      try transaction.write([1], to: folder.path("out/a"))
      try transaction.commit()
    }
    #expect(folder.everything() == ["outside", "tree", "tree/out"])
  }

  @Test("A folder that is a link inside the tree may be written through")
  func folderInside() throws {
    let folder = try WorkFolder()
    try folder.write("x", to: "tree/real/keep")
    try folder.link("tree/alias", to: "real")
    var transaction = FileTransaction(in: folder.files)
    try transaction.write(bytes("new"), to: folder.path("alias/a"))
    try transaction.commit()
    #expect(folder.text("tree/real/a") == "new")
  }
}
