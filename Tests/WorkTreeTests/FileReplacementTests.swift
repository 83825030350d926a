import SystemPackage
import Testing

@testable import WorkTree

@Suite struct FileReplacementTests {
  @Test("A file keeps its mode, whatever the umask", arguments: [0o600, 0o640, 0o755, 0o666])
  func keepsMode(_ mode: Int) throws {
    let folder = try WorkFolder()
    try folder.write("old", to: "tree/a")
    try folder.setMode(mode, of: "tree/a")
    let path = FilePath(folder.disk("tree/a"))
    try FileReplacement.write(Array("new".utf8), to: path)
    #expect(folder.text("tree/a") == "new")
    #expect(FileStatus(of: path)?.permissions == UInt32(mode))
    #expect(folder.everything() == ["git", "outside", "tree", "tree/a"])
  }

  @Test("A mode that is asked for is set exactly")
  func setsMode() throws {
    let folder = try WorkFolder()
    let path = FilePath(folder.disk("tree/hook"))
    try FileReplacement.write([35], to: path, mode: 0o777)
    #expect(FileStatus(of: path)?.permissions == 0o777)
    #expect(FileStatus(of: path)?.isExecutable == true)
  }

  @Test("A new file gets what the umask leaves")
  func newFile() throws {
    let folder = try WorkFolder()
    let path = FilePath(folder.disk("tree/new"))
    try FileReplacement.write([], to: path)
    let mode = try #require(FileStatus(of: path)?.permissions)
    #expect(mode & 0o600 == 0o600)
    #expect(mode & 0o111 == 0)
  }

  @Test("A folder in the file's place is an error, and no temporary file stays")
  func folderInPlace() throws {
    let folder = try WorkFolder()
    try folder.write("x", to: "tree/a/b")
    #expect(throws: FileError.self) {
      try FileReplacement.write([1], to: FilePath(folder.disk("tree/a")))
    }
    #expect(folder.everything() == ["git", "outside", "tree", "tree/a", "tree/a/b"])
  }

  @Test("A missing folder is an error, and nothing is made")
  func missingFolder() throws {
    let folder = try WorkFolder()
    #expect(throws: FileError.self) {
      try FileReplacement.write([1], to: FilePath(folder.disk("tree/no/a")))
    }
    #expect(folder.everything() == ["git", "outside", "tree"])
    try FileReplacement.makeFolders(for: FilePath(folder.disk("tree/x/y/a")))
    #expect(folder.everything() == ["git", "outside", "tree", "tree/x", "tree/x/y"])
  }
}
