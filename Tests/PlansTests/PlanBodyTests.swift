import Markdown
import Plans
import Testing

struct PlanBodyTests {
  private func outline(_ text: String) -> MarkdownOutline { PlanBody.outline(of: Array(text.utf8)) }

  private static let sections = "## Progress\n\n- [x] a\n\n## Decision Log\n"

  @Test(arguments: [
    "\n```md\n# A\n\(sections)```\n", "---\nid: 1\n---\n```markdown\n# A\n\(sections)```",
    "Before.\n\n````md\n# A\n\(sections)````\n\nAfter.\n",
    "\u{FEFF}```md\r\n# A\r\n\(sections)```\r\n",
    "```md\n---\nid: 1\n---\n# A\n\(sections)```\n",
    "# Outside\n\n```md\nshort\n```\n\n~~~md\n# A\n\(sections)~~~\n",
  ])
  func aPlanInAFenceIsReadInsideOfIt(_ text: String) throws {
    let found = outline(text)
    #expect(found.headings.map(\.text) == ["A", "Progress", "Decision Log"])
    #expect(ProgressCount(found) == ProgressCount(ticked: 1, unticked: 0))
    #expect(found.envelope != nil)
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let heading = try #require(found.headings.first)
    #expect(lines[heading.line - 1] == "# A")
    #expect(
      String(decoding: Array(text.utf8)[..<heading.end], as: UTF8.self).hasSuffix("# A\n")
        || text.contains("\r\n"))
  }

  @Test(arguments: [
    "```swift\n# A\n\(sections)```\n", "# A\n\n```md\n# B\n```\n",
    "# A\n\n\(sections)\n```md\n# B\n\(sections)```\n", "- a\n\n  ```md\n  # A\n  ```\n",
  ])
  func otherFencesAreNoEnvelope(_ text: String) {
    #expect(outline(text).envelope == nil)
    #expect(outline(text).headings.allSatisfy { $0.text != "B" })
  }

  @Test func aFenceWithNothingAroundItIsTheEnvelope() {
    #expect(outline("```md\ntext\n```\n").envelope?.line == 1)
  }
}
