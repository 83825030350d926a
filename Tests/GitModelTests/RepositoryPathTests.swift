import GitModel
import Testing

@Suite struct RepositoryPathTests {
  @Test(
    "What could reach out of the repository is refused",
    arguments: [
      "", "/", "/etc/passwd", "..", "../x", "a/..", "a/../b", ".", "./a", "a/.", "a/./b", "a//b",
      "a/", "//a", ".git", ".git/config", ".GIT/config", ".Git", "a/.git", "a/.giT/hooks",
      "a\u{0}b", "\u{0}",
    ])
  func refused(_ text: String) { #expect(RepositoryPath(text) == nil) }

  @Test(
    "Ordinary names stay as they are",
    arguments: [
      "a", "a/b.md", ".agent/exec_plans", ".github", ".gitignore", "...", "..a", "a..b/c", "a b",
      "über/größe.md", "-x", "a\\b", "~", ".git2/x", "x.git",
    ])
  func accepted(_ text: String) { #expect(RepositoryPath(text)?.description == text) }

  @Test(
    "A path as seen from a folder",
    arguments: [
      ("a/b.md", nil, "a/b.md"), ("a/b.md", "a", "b.md"), ("a/b.md", "c", "../a/b.md"),
      ("a/b.md", "a/c/d", "../../b.md"), ("a/b.md", "a/b.md", "../b.md"), ("a", "b", "../a"),
      ("ab/c", "a", "../ab/c"),
    ] as [(String, String?, String)])
  func seenFromFolders(path: String, folder: String?, expected: String) throws {
    let path = try #require(RepositoryPath(path))
    #expect(path.relative(to: folder.flatMap { RepositoryPath($0) }) == expected)
  }

  @Test("Parts of a path")
  func parts() throws {
    let path = try #require(RepositoryPath("a/b/c.md"))
    #expect(path.components == ["a", "b", "c.md"])
    #expect(path.name == "c.md")
    #expect(path.parent?.description == "a/b")
    #expect(path.parent?.parent?.parent == nil)
    #expect(RepositoryPath("a")?.parent == nil)
    #expect(RepositoryPath("a")?.name == "a")
  }

  @Test(
    "Appending checks what is appended",
    arguments: [
      ("b", "a/b"), ("b/c", "a/b/c"), ("..", nil), ("", nil), (".git", nil), ("/b", nil),
    ] as [(String, String?)])
  func appending(_ name: String, _ expected: String?) throws {
    #expect(try #require(RepositoryPath("a")).appending(name)?.description == expected)
  }

  @Test(
    "Below a folder, by whole names",
    arguments: [
      ("a/b", "a", true), ("a/b/c", "a/b", true), ("a", "a", false), ("ab/c", "a", false),
      ("a", "a/b", false), ("a/bc", "a/b", false),
    ])
  func isInside(_ path: String, _ folder: String, _ expected: Bool) throws {
    let path = try #require(RepositoryPath(path))
    #expect(path.isInside(try #require(RepositoryPath(folder))) == expected)
  }

  @Test("Paths are ordered by their bytes")
  func order() {
    let paths = ["b", "a/b", "a", "a-b", "é", "z", "B"].compactMap { RepositoryPath($0) }
    #expect(paths.sorted().map(\.description) == ["B", "a", "a-b", "a/b", "b", "z", "é"])
  }
}
