import Markdown
import Testing

struct MarkdownOutlineTests {
  private func outline(_ text: String, firstLine: Int = 1) -> MarkdownOutline {
    MarkdownOutline(of: Array(text.utf8)[...], firstLine: firstLine)
  }

  @Test func headingsCarryTextLevelAndLine() {
    let found = outline("# A `b` *c*\n\ntext\n\nD\n---\n### E #\n", firstLine: 10)
    #expect(found.headings.map(\.text) == ["A b c", "D", "E"])
    #expect(found.headings.map(\.level) == [1, 2, 3])
    #expect(found.headings.map(\.line) == [10, 14, 16])
  }

  @Test(arguments: [
    ("# A", 3, false), ("# A\n", 4, false), ("# A\n\nb", 4, false), ("# A\nb", 4, true),
    ("# A\r\nb", 5, true), ("# A\rb", 4, true), ("# A\n \t\nb", 4, false), ("# A\r\r", 4, false),
    ("A\n===\nb", 6, true), ("A\n - \n\nb", 6, false), ("A\nb\n---\nc", 8, true),
    ("  # A\n```\n```\n", 6, true), ("A\n-", 3, false),
  ])
  func headingsKnowWhatFollows(_ text: String, _ end: Int, _ isFollowedByText: Bool) {
    let heading = outline(text).headings.first
    #expect(heading?.end == end)
    #expect(heading?.isFollowedByText == isFollowedByText)
  }

  @Test func headingsInQuotationsAndFencesAreNone() {
    #expect(outline("> # a\n\n- # b\n\n```\n# c\n```\n").headings.isEmpty)
    #expect(outline("````md\n```\n# a\n```\n# b\n````\n").headings.isEmpty)
    #expect(outline("<!--\n# a\n-->\n").headings.isEmpty)
  }

  @Test func checkboxesAreFoundWithTheirSections() {
    let found = outline(
      """
      # Plan
      - [x] before
      ## Progress
      - [ ] one
        - [X] two
      1. [x] three
      ### Details
      * [ ] four
      ## Log
      - [x] five
      - [~] no box
      - plain
      > 7) [ ] six
      """)
    #expect(found.tasks.map(\.isTicked) == [true, false, true, true, false, true, false])
    #expect(found.tasks.map(\.line) == [2, 4, 5, 6, 8, 10, 13])
    #expect(found.tasks.map(\.column) == [3, 3, 5, 4, 3, 3, 6])
    #expect(
      found.tasks.map { $0.headings.last?.text } == [
        "Plan", "Progress", "Progress", "Progress", "Details", "Log", "Log",
      ])
    #expect(found.tasks[4].headings.map(\.text) == ["Plan", "Progress", "Details"])
  }

  @Test func marksOfCheckboxesAreFound() {
    let text = "- [x] a\r\n\t- [X] b\r\n10. [ ] ä\r\n-\t[x]\tc\r\n- - [x] d\r\n"
    // Indices are those of the whole array.
    let bytes = Array("title: ä\n".utf8) + Array(text.utf8)
    let tasks = MarkdownOutline(of: bytes[10...], firstLine: 2).tasks
    #expect(tasks.map { $0.mark.map { bytes[$0] } } == Array("xX xx".utf8).map(Optional.some))
  }

  @Test(arguments: [
    ("- [~] a", "~", true), ("- [-] a", "-", true), ("* [] a", "", true),
    ("- [ x ] a", " x ", true),
    ("- [ ]", " ", false), ("- [x]a", "x", false), ("3. [✅] a", "✅", true), ("- [1] a", "1", true),
    ("- [WIP] a", "WIP", true), ("> - [?] a", "?", true), ("- [~]   ", "~", false),
  ])
  func bracketsThatAreNoCheckboxesAreNoted(_ text: String, _ mark: String, _ hasText: Bool) {
    let found = outline(text)
    #expect(found.tasks.isEmpty)
    #expect(found.brackets.map(\.text) == [mark])
    #expect(found.brackets.map(\.isFollowedByText) == [hasText])
  }

  @Test(arguments: [
    "- [a](b)", "- [a][b]", "- [^1] a", "- [a]: b", "- [much longer than a mark] a", "- a [~] b",
    "[~] a", "    - [~] a", "```\n- [~] a\n```", "- [a", "-[~] a",
  ])
  func linksAndOtherTextAreNoMarks(_ text: String) {
    #expect(outline(text).brackets.isEmpty)
    #expect(outline(text).tasks.isEmpty)
  }

  @Test func fencesAreNoted() throws {
    let text = "```Swift x\nlet a\n```\n\n    indented\n\n- a\n\n  ~~~~\n  b\n  ~~~\n"
    let found = outline(text).fences
    #expect(found.map(\.language) == ["swift", ""])
    #expect(found.map(\.line) == [1, 9])
    #expect(found.map(\.column) == [1, 3])
    #expect(found.map(\.isTopLevel) == [true, false])
    #expect(found.map(\.isClosed) == [true, false])
    let bytes = Array(text.utf8)
    let first = try #require(found.first)
    #expect(String(decoding: bytes[first.content], as: UTF8.self) == "let a\n")
    #expect(String(decoding: bytes[first.range], as: UTF8.self) == "```Swift x\nlet a\n```\n")
  }

  @Test(arguments: [
    ("```\na\n```", true), ("```\r\na\r\n```\r\n", true), ("```\ra\r```\r", true),
    ("```\n```\n", true),
    ("```", false), ("```\n", false), ("```\na", false), ("```\na\n    ```\n", false),
    ("   ```\na\n   ````\n", true), ("````\n```\n", false), ("~~~\n```\n", false),
    ("> ```\n> a\n> ```\nb", true), ("> ```\n> a\nb", false), ("1. ```\n   a\n   ```\n2. b", true),
    ("```\na\n``` b\n", false),
  ])
  func closedFencesAreToldFromOpenOnes(_ text: String, _ isClosed: Bool) {
    #expect(outline(text).fences.map(\.isClosed) == [isClosed])
  }

  @Test func aTextThatIsOneFenceIsTold() {
    #expect(outline("\n```md\n# A\n```\n\n").isOneFence)
    #expect(!outline("```md\n# A\n```\n\ntext\n").isOneFence)
    #expect(!outline("    code\n").isOneFence)
    #expect(!outline("").isOneFence)
  }

  @Test func bytesThatAreNoTextAreRead() {
    let bytes: [UInt8] = [0x23, 0x20, 0xFF, 0x00, 0x0A]
    #expect(MarkdownOutline(of: bytes[...]).headings.map(\.text) == ["\u{FFFD}\u{FFFD}"])
    #expect(outline("") == MarkdownOutline())
    let zeros = [UInt8](repeating: 0, count: 1000) + Array("- [x] a\n".utf8)
    #expect(MarkdownOutline(of: zeros[...]).tasks.isEmpty)
    #expect(outline("- \0[x] a\n").tasks.isEmpty)
  }

  @Test func deepNestingIsRead() {
    let deep = String(repeating: "> ", count: 20_000) + "x"
    #expect(outline(deep).headings.isEmpty)
    let list = (0..<500).map { String(repeating: "  ", count: $0) + "- [ ] x\n" }.joined()
    #expect(!outline(list).tasks.isEmpty)
    #expect(outline(String(repeating: "[", count: 100_000)).headings.isEmpty)
    #expect(outline(String(repeating: "# a\n", count: 100_000)).headings.count == 100_000)
  }
}
