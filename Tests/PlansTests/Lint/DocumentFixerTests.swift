import GitModel
import Markdown
import Plans
import Testing

/// What `lint --fix` does to a document's bytes.
struct DocumentFixerTests {
  private static let path = ".agent/exec_plans/cache/EP-20260117-014_cache.md"

  private func fixed(
    _ text: String, levels: [String: LintLevel] = [:]
  ) throws -> (text: String, rules: [String]) {
    let document = ParsedDocument(path: try Fixtures.path(Self.path), bytes: Array(text.utf8))
    let fixer = DocumentFixer(Linter(levels: LintLevels(levels)))
    let result = fixer.fixed(document)
    let again = fixer.fixed(result.document)
    #expect(again.document.bytes == result.document.bytes)
    #expect(again.fixed.isEmpty)
    return (String(decoding: result.document.bytes, as: UTF8.self), result.fixed.map(\.rule))
  }

  @Test(arguments: [
    ("# A\nb\n", "# A\n\nb\n"), ("# A\r\nb\r\n", "# A\r\n\r\nb\r\n"), ("# A\rb\r", "# A\r\rb\r"),
    ("\u{FEFF}# A\nb", "\u{FEFF}# A\n\nb"), ("A\n===\n- b", "A\n===\n\n- b"),
    ("# A\n## B\n### C\nd", "# A\n\n## B\n\n### C\n\nd"),
    ("# A\n```\n# b\n```\n", "# A\n\n```\n# b\n```\n"),
    ("# A\n\nb", "# A\n\nb"), ("> # A\n> b\n", "> # A\n> b\n"), ("# A\r\nb\nc", "# A\r\n\r\nb\nc"),
    ("# A\n    code\n", "# A\n\n    code\n"), ("# A\n---\n", "# A\n\n---\n"),
  ])
  func blankLinesArePutBelowHeadings(text: String, expected: String) throws {
    #expect(try fixed(text).text == expected)
  }

  @Test(arguments: [
    ("- [X] a\n", "- [x] a\n"), ("1. [X] a [X]\n", "1. [x] a [X]\n"),
    ("- a\n  - [X]\tb", "- a\n  - [x]\tb"),
    ("- [X]a\n", "- [X]a\n"), ("    - [X] code\n", "    - [X] code\n"), ("- [~] a\n", "- [~] a\n"),
  ])
  func capitalsInCheckboxesAreLowered(text: String, expected: String) throws {
    #expect(try fixed(text).text == expected)
  }

  @Test func theEnvelopeIsTakenAway() throws {
    #expect(try fixed("```md\n# A\n\nb\n```\n").text == "# A\n\nb\n")
    #expect(
      try fixed("\n````md\r\n# A\r\n\r\n```\r\nb\r\n```\r\n````\r\n\r\n").text
        == "\n# A\r\n\r\n```\r\nb\r\n```\r\n\r\n")
    // Front matter comes to stand first.
    let plan = Fixtures.handWritten
    #expect(try fixed("```md\n\(plan)```\n").text == plan)
    // Both at once.
    #expect(try fixed("```md\n# A\nb\n```").text == "# A\n\nb\n")
    for text in ["a\n\n```md\n# A\n```\n", "```sh\n# A\n```\n", " ```md\n # A\n ```\n"] {
      #expect(try fixed(text).text == text)
    }
  }

  @Test(arguments: [
    ("```sh\nls\n```\n", "    ls\n"),
    ("a\n```\nb\n\n  c\n```\nd\n", "a\n\n    b\n\n      c\n\nd\n"),
    ("a\n\n~~~~\n```\n~~~~\n\nb\n", "a\n\n    ```\n\nb\n"),
    ("a\n\n  ```\n   b\n c\n  ```", "a\n\n     b\n    c\n"),
    ("- a\n\n  ```\n  b\n  ```\n\n- c\n", "- a\n\n      b\n\n- c\n"),
    ("a\r\n\r\n```\r\nb\r\n```\r\n", "a\r\n\r\n    b\r\n"),
    ("```\n\tb\n```\n", "    \tb\n"),
  ])
  func fencesBecomeIndentedBlocksOnRequest(text: String, expected: String) throws {
    #expect(try fixed(text).text == text)
    #expect(try fixed(text, levels: ["code-fence": .warn]).text == expected)
  }

  @Test(arguments: [
    // Blank lines at the ends of an indented block are no part of it.
    "```\n\nb\n```\n", "```\nb\n\n```\n", "```\n```\n",
    // Two indented blocks become one.
    "    a\n\n```\nb\n```\n",
    // Items that stand close would stand apart.
    "- a\n  ```\n  b\n  ```\n- c\n",
    "- ```\n  b\n  ```\n", "> ```\n> b\n> ```\n", "```mermaid\ngraph\n```\n", "a\n```\nb",
  ])
  func fencesThatMeanMoreStay(text: String) throws {
    #expect(try fixed(text, levels: ["code-fence": .warn]).text == text)
  }

  @Test func fixesThatAreGoodAloneOnlyAreNotMadeTogether() throws {
    let text = "```\na\n```\n\n```\nb\n```\n\n```\nc\n```\n\nd\n\n```\ne\n```\n"
    #expect(
      try fixed(text, levels: ["code-fence": .warn]).text
        == "    a\n\n```\nb\n```\n\n    c\n\nd\n\n    e\n")
  }

  @Test func oneBadFixDoesNotKeepOthersBack() throws {
    let result = try fixed(
      "# A\n```\n\nb\n```\n## B\n```\nc\n```\n", levels: ["code-fence": .warn])
    #expect(result.text == "# A\n\n```\n\nb\n```\n## B\n\n    c\n")
    #expect(result.rules == ["blank-after-heading", "blank-after-heading", "code-fence"])
  }

  @Test func frontMatterIsMendedWhereOnlyOneThingCanBeMeant() throws {
    let result = try fixed(
      """
      ---
      id: EP-20260117-014
      title: A
      status: 'Active'   # now
      kind: FEATURE
      domain: Backend
      owner: @ada/team-1  # her
      created: 2026-1-7
      updated: "2026-01-9"
      risk: High
      breaking: 'No'
      migration: yes
      touches: [API]
      ---
      # A

      """)
    #expect(
      result.text == """
        ---
        id: EP-20260117-014
        title: A
        status: 'active'   # now
        kind: feature
        domain: backend
        owner: "@ada/team-1"  # her
        created: 2026-01-07
        updated: "2026-01-09"
        risk: high
        breaking: 'No'
        migration: true
        touches: [API]
        ---
        # A

        """)
    #expect(
      Set(result.rules) == [
        "invalid-front-matter", "unknown-status", "unknown-kind",
        "unknown-domain", "unknown-risk", "short-date", "odd-boolean",
      ])
  }

  @Test(arguments: [
    "owner: @ada lovelace", "owner: @", "owner: [@ada]", "owner: { a: @b }", "owner: `ada`",
    "  owner: @ada",
    "owner: %ada", "owner: @a: b", "status: begun", "status: in progress", "created: 2026-1-32",
  ])
  func frontMatterThatTakesJudgementStays(line: String) throws {
    let text = "---\nid: EP-20260117-014\n\(line)\n---\n\n# A\n"
    #expect(try fixed(text).text == text)
  }

  @Test func singleWordsBecomeLists() throws {
    let text =
      "---\nid: EP-20260117-014\ntags: cache  # one\ntouches: 'api'\ndepends_on: [a, b\n]\n---\n"
    let result = try fixed(text)
    #expect(
      result.text == text.replacing("cache", with: "[cache]").replacing("'api'", with: "['api']"))
    #expect(result.rules == ["invalid-list", "invalid-list"])
  }

  @Test func aByteOrderMarkBeforeFrontMatterIsTakenAway() throws {
    let result = try fixed("\u{FEFF}" + Fixtures.handWritten)
    #expect(result.text == Fixtures.handWritten)
  }

  @Test func severalHandlesAreQuoted() throws {
    let text = "---\nowner: @ada\nreviewer: @bob\r\n---\n\n# A\n"
    #expect(
      try fixed(text).text == "---\nowner: \"@ada\"\nreviewer: \"@bob\"\r\n---\n\n# A\n")
  }

  @Test func spaceBeforeFrontMatterIsTakenAway() throws {
    let plan = Fixtures.handWritten
    #expect(try fixed("\u{FEFF} \r\n\n\(plan)").text == plan)
  }

  /// Texts that are put together at random: a fix keeps what they say, and is made once.
  @Test func randomTextsKeepTheirMeaning() throws {
    let parts = [
      "# A\n", "## B\r\n", "text\n", "\n", "\r\n", "- [X] a\n", "- [x] b\n", "  - [ ] c\n", "```\n",
      "```sh\n",
      "    code\n", "~~~\n", "> quote\n", "> ```\n", "---\n", "===\n", "1. d\n", "   ```\n",
      "  ```\n", "\tt\n",
      "```md\n", "<div>\n", "</div>\n", "[a]: b\n", "é\u{301}\n", "````\n", "- ", "# ", "\r",
      "*e*\n",
    ]
    var random = SplitMix(seed: 7)
    let linter = Linter(levels: LintLevels(["code-fence": .warn]))
    let fixer = DocumentFixer(linter)
    var fixed = 0
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 1...14, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let document = ParsedDocument(path: try Fixtures.path(Self.path), bytes: Array(text.utf8))
      let result = fixer.fixed(document)
      fixed += result.fixed.count
      #expect(fixer.fixed(result.document).fixed.isEmpty, "\(text.debugDescription)")
      // Front matter that is not first is text until it is.
      let isMoved = result.fixed.contains { $0.rule == "late-front-matter" }
      #expect(
        isMoved
          || MarkdownMeaning.isSame(
            Self.content(result.document), Self.content(document), ignoresFences: true),
        "\(text.debugDescription)")
      #expect(
        Self.words(result.document.bytes) == Self.words(document.bytes), "\(text.debugDescription)")
    }
    #expect(fixed > 1000)
  }

  private static func content(_ document: ParsedDocument) -> ArraySlice<UInt8> {
    document.bytes[PlanBody.content(of: document.bytes, with: document.outline)]
  }

  /// The letters of a text: what no fix takes away or adds.
  private static func words(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().filter(\.isLetter)
      .replacing("md", with: "").replacing("sh", with: "")
  }
}
