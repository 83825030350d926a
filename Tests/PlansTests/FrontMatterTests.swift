import GitModel
import Plans
import Testing

struct FrontMatterTests {
  private func search(_ text: String) -> FrontMatter.Search { FrontMatter.search(Array(text.utf8)) }

  @Test(arguments: [
    ("---\na: 1\n---\nbody", "a: 1\n", "body", 2, 4),
    ("\u{FEFF}--- \t\r\na: 1\r\n---\r\nb\r\n", "a: 1\r\n", "b\r\n", 2, 4),
    ("---\n---", "", "", 2, 3), ("---\na: 1\n--- x\n----\n---\n", "a: 1\n--- x\n----\n", "", 2, 6),
    ("---\né: 1\n---\n\n---\n", "é: 1\n", "\n---\n", 2, 4),
  ])
  func frontMatterLiesBetweenDashes(
    text: String, yaml: String, body: String, yamlLine: Int, bodyLine: Int
  ) throws {
    guard case .found(let found) = search(text) else {
      Issue.record("no front matter")
      return
    }
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[found.yaml], as: UTF8.self) == yaml)
    #expect(String(decoding: bytes[found.body], as: UTF8.self) == body)
    #expect(found.yamlLine == yamlLine)
    #expect(found.bodyLine == bodyLine)
    #expect(found.isFirst)
  }

  @Test(arguments: ["", "\n", "# Plan\n---\na: 1\n---\n", "----\na\n---\n", "--\n", "--- a\n---\n"])
  func otherBeginningsAreNone(text: String) { #expect(search(text) == .none) }

  @Test func aMissingEndIsTold() {
    #expect(search("---\na: 1\n # ---\n") == .unterminated(line: 1))
    #expect(search("---") == .unterminated(line: 1))
  }

  @Test(arguments: ["\n \n---\na: 1\n---\n", "  ---\na: 1\n---\n"])
  func whiteSpaceBeforeTheDashesIsNoted(text: String) {
    guard case .found(let found) = search(text) else {
      Issue.record("no front matter")
      return
    }
    #expect(!found.isFirst)
  }

  @Test(arguments: [
    ("# a\n", "missing-front-matter", 1), ("---\na: 1\n", "unterminated-front-matter", 1),
    ("---\n\na: @b\n---\n", "invalid-front-matter", 3),
    ("---\n- a\n---\n", "invalid-front-matter", 2),
    ("---\nyes: 1\n---\n", "invalid-front-matter", 2),
  ])
  func unreadableFrontMatterIsAnError(text: String, rule: String, line: Int) {
    let error = #expect(throws: FrontMatterError.self) {
      try FrontMatterDocument(Array(text.utf8))
    }
    #expect(error?.line == line)
    let path = RepositoryPath(".agent/exec_plans/a/EP-20260117-014_a.md")
    let findings = path.map {
      Linter(.withoutBodies).findings(in: ParsedDocument(path: $0, bytes: Array(text.utf8)))
    }
    #expect(findings?.map(\.rule) == [rule])
  }

  @Test func hugeFilesAreErrors() {
    let text = "---\na: |\n" + String(repeating: "  x\n", count: 30_000) + "---\n"
    #expect(throws: FrontMatterError.self) { try FrontMatterDocument(Array(text.utf8)) }
  }
}
