import Reports
import Testing

@Suite struct WrappedTextTests {
  @Test(arguments: [
    ("one two three", 0, 9, ["one two", "  three"]),
    ("one two three", 2, 80, ["  one two three"]),
    ("one", 2, 3, ["  one"]),
    ("a-word-that-is-too-long for it", 2, 12, ["  a-word-that-is-too-long", "    for it"]),
    ("id  title of it", 0, 9, ["id  title", "  of it"]),
    ("汉字 汉字 汉字", 0, 9, ["汉字 汉字", "  汉字"]),
    ("", 2, 10, ["  "]),
  ])
  func breaks(text: String, indent: Int, width: Int, lines: [String]) {
    #expect(WrappedText(text, indent: indent, width: width).lines == lines)
  }

  @Test func withoutATerminalNothingBreaks() {
    let text = String(repeating: "word ", count: 100)
    #expect(WrappedText(text, indent: 1, width: nil).lines == [" " + text])
  }
}
