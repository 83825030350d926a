import GitModel
import Plans
import Testing

struct AdoptionTests {
  private static let path = ".agent/exec_plans/x/EP-20260101-001_x.md"

  private func adoption() throws -> Adoption {
    var adoption = Adoption(id: try #require(PlanID("EP-20260101-001")))
    adoption.defaults = [
      "title": "A plan", "status": "done", "kind": "feature", "domain": "backend",
      "owner": "@mara", "created": "2026-01-01", "updated": "2026-01-02",
    ]
    return adoption
  }

  private func adopt(_ text: String, overrides: [String: String] = [:]) throws -> String {
    var adoption = try adoption()
    adoption.overrides = overrides
    let path = try #require(RepositoryPath(Self.path))
    let bytes = try adoption.applied(to: Array(text.utf8), path: path, layout: .standard)
    let plan = PlanDocument.read(path: path, bytes: bytes)
    #expect(plan.findings.filter { $0.severity == .error }.isEmpty)
    #expect(plan.entry != nil)
    #expect(try adoption.applied(to: bytes, path: path, layout: .standard) == bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let required = """
    id: EP-20260101-001
    title: A plan
    status: done
    kind: feature
    domain: backend
    owner: "@mara"
    created: 2026-01-01
    updated: 2026-01-02

    """

  @Test(arguments: [
    ("# A plan\n", "---\n\(required)---\n\n# A plan\n"),
    ("\n# A plan", "---\n\(required)---\n\n# A plan"), ("", "---\n\(required)---\n"),
    ("---\n---\n# A plan\n", "---\n\(required)---\n# A plan\n"),
    ("text\n\n---\n\nmore\n\n---\n", "---\n\(required)---\n\ntext\n\n---\n\nmore\n\n---\n"),
    ("---\nno end\n", "---\n\(required)---\n\n---\nno end\n"),
  ])
  func aDocumentWithoutFrontMatterGetsItInTheFormatsOrder(text: String, expected: String) throws {
    #expect(try adopt(text) == expected)
  }

  @Test func lineEndsStayAndAByteOrderMarkGoes() throws {
    let adopted = try adopt("\u{FEFF}# A plan\r\n\r\ntext\r\n")
    #expect(
      adopted == "---\r\n" + Self.required.replacing("\n", with: "\r\n")
        + "---\r\n\r\n# A plan\r\n\r\ntext\r\n")
  }

  @Test func foreignFrontMatterIsKept() throws {
    let text = """
      ---
      id: 12  # a number
      slug: cache
      title: "Cache: pages"
      kind: exec-plan
      created_at: 2026-01-05T04:07:34Z
      status: 'stable'
      tags: [a, b]
      touches: [nothing]
      links: none
      depends_on: [docs/plans/3.md]
      ---

      # Cache
      """
    let expected = """
      ---
      legacy_id: 12  # a number
      slug: cache
      id: EP-20260101-001
      title: "Cache: pages"
      status: done
      kind: feature
      domain: backend
      owner: "@mara"
      created: 2026-01-01
      updated: 2026-01-02
      legacy_kind: exec-plan
      created_at: 2026-01-05T04:07:34Z
      legacy_status: 'stable'
      tags: [a, b]
      legacy_touches: [nothing]
      legacy_links: none
      legacy_depends_on: [docs/plans/3.md]
      ---

      # Cache
      """
    let adopted = try adopt(text)
    #expect(adopted == expected, "\(adopted)")
  }

  @Test func valuesOfTheFormatStayAndAnOptionWins() throws {
    let text = "---\nstatus: 'paused'  # waits\nowner: \"@ada\"\nrisk: high\n---\n"
    let adopted = try adopt(text)
    #expect(adopted.contains("status: 'paused'  # waits\n"))
    #expect(adopted.contains("owner: \"@ada\"\n"))
    #expect(
      try adopt(text, overrides: ["status": "active"]).contains("status: 'active'  # waits\n"))
  }

  @Test func blankLinesBeforeFrontMatterGo() throws {
    #expect(try adopt("\n\n---\nstatus: planned\n---\nx").hasPrefix("---\nid: EP-20260101-001\n"))
  }

  @Test(arguments: [
    "---\na: [b\n---\n", "---\ntext\n---\n", "---\nid: 3\nlegacy_id: 2\n---\n",
  ])
  func whatCannotBeKeptIsRefused(text: String) throws {
    let path = try #require(RepositoryPath(Self.path))
    let adoption = try adoption()
    #expect(throws: Adoption.Failure.self) {
      try adoption.applied(to: Array(text.utf8), path: path, layout: .standard)
    }
  }

  @Test func textThatIsNotUTF8IsRefused() throws {
    let path = try #require(RepositoryPath(Self.path))
    let adoption = try adoption()
    #expect(throws: Adoption.Failure.notUTF8) {
      try adoption.applied(to: [0x23, 0xFF], path: path, layout: .standard)
    }
  }

  @Test(arguments: [
    ("a: 1\n\"b\": 2  # c\n'c': 3\n", "b", "a: 1\n\"x\": 2  # c\n'c': 3\n"),
    ("a: 1\n\"b\": 2  # c\n'c': 3\n", "c", "a: 1\n\"b\": 2  # c\n'x': 3\n"),
    ("{a: 1, b: [2]}\n", "a", "{x: 1, b: [2]}\n"), ("a: 1\n", "b", "a: 1\n"),
    ("a:\n  - b: 1\nb: |\n  a: 1\n", "a", "x:\n  - b: 1\nb: |\n  a: 1\n"),
  ])
  func aKeyIsRenamedInPlace(yaml: String, key: String, expected: String) throws {
    let edited = try FrontMatterEdit.renaming(
      key, to: "x", in: Array("---\n\(yaml)---\na: 1\n".utf8))
    #expect(String(decoding: edited, as: UTF8.self) == "---\n\(expected)---\na: 1\n")
  }
}
