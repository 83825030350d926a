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

  @Test func headingsInQuotationsAndFencesAreNone() {
    #expect(outline("> # a\n\n- # b\n\n```\n# c\n```\n").headings.isEmpty)
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
      """)
    #expect(found.tasks.map(\.isTicked) == [true, false, true, true, false, true])
    #expect(found.tasks.map(\.line) == [2, 4, 5, 6, 8, 10])
    #expect(
      found.tasks.map { $0.section?.text } == [
        nil, "Progress", "Progress", "Progress", "Progress", "Log",
      ])
    #expect(found.tasks[4].headings.map(\.text) == ["Plan", "Progress", "Details"])
  }

  @Test func fencesAndTablesAreNoted() {
    let found = outline("```Swift x\nlet a\n```\n\n    indented\n\n| a |\n|---|\n| b |\n")
    #expect(found.fences.map(\.language) == ["swift"])
    #expect(found.fences.map(\.line) == [1])
    #expect(found.tableLines == [7])
  }

  @Test func aTextThatIsOneFenceIsReadInsideOfIt() {
    let found = outline("\n```md\n# A\n## Progress\n- [x] b\n```\n", firstLine: 5)
    #expect(found.envelopeLine == 6)
    #expect(found.headings.map(\.line) == [7, 8])
    #expect(found.tasks.map(\.line) == [9])
    #expect(outline("```md\n# A\n```\n\ntext\n").headings.isEmpty)
    #expect(outline("```swift\n# A\n```\n").envelopeLine == nil)
  }

  @Test func bytesThatAreNoTextAreRead() {
    let bytes: [UInt8] = [0x23, 0x20, 0xFF, 0x00, 0x0A]
    #expect(MarkdownOutline(of: bytes[...]).headings.map(\.text) == ["\u{FFFD}\u{FFFD}"])
    #expect(outline("") == MarkdownOutline())
  }

  @Test func deepNestingIsRead() {
    let deep = String(repeating: "> ", count: 20_000) + "x"
    #expect(outline(deep).headings.isEmpty)
    let list = (0..<500).map { String(repeating: "  ", count: $0) + "- [ ] x\n" }.joined()
    #expect(!outline(list).tasks.isEmpty)
  }
}
