import GitModel
import Testing

struct AttributesFileTests {
  /// A file before and after `a/b.json merge=x` was added.
  @Test(arguments: [
    ("", "a/b.json merge=x\n"), ("* text=auto\n", "* text=auto\na/b.json merge=x\n"),
    ("* text=auto", "* text=auto\na/b.json merge=x\n"),
    ("* text\r\n*.png binary\r\n", "* text\r\n*.png binary\r\na/b.json merge=x\r\n"),
    ("* text\r\n*.png binary", "* text\r\n*.png binary\r\na/b.json merge=x\r\n"),
    ("# a/b.json merge=x\n\n", "# a/b.json merge=x\n\na/b.json merge=x\n"),
    ("a/b.json text\n", "a/b.json text\na/b.json merge=x\n"),
    ("a/c.json merge=x\n", "a/c.json merge=x\na/b.json merge=x\n"),
    ("a/b.json -merged\n\n", "a/b.json -merged\n\na/b.json merge=x\n"),
  ])
  func aRuleIsAddedAtTheEnd(before: String, after: String) {
    var file = AttributesFile(Array(before.utf8))
    file.add(.init("a/b.json", "merge", "x"))
    #expect(String(decoding: file.bytes, as: UTF8.self) == after)
    file.add(.init("a/b.json", "merge", "x"))
    #expect(String(decoding: file.bytes, as: UTF8.self) == after)
  }

  @Test(arguments: [
    ("a b/*.md", "\"a b/*.md\" merge=x\n"), ("#a", "\"#a\" merge=x\n"),
    ("a\"\\[b", "\"a\\\"\\\\[b\" merge=x\n"), ("a\\*b", "a\\*b merge=x\n"),
  ])
  func aPatternIsQuotedWhereItMustBe(pattern: String, line: String) {
    var file = AttributesFile([])
    file.add(.init(pattern, "merge", "x"))
    #expect(String(decoding: file.bytes, as: UTF8.self) == line)
    file.add(.init(pattern, "merge", "x"))
    #expect(String(decoding: file.bytes, as: UTF8.self) == line)
  }

  @Test(arguments: [
    "a/b.json merge=x", "/a/b.json  text merge=y\n", "\"a/b.json\"\tmerge=union\r\n",
    "\u{FEFF}a/b.json -merge\n", "  a/b.json !merge\n* text\n", "a/b.json merge\n",
  ])
  func whatAPersonWroteStays(text: String) {
    var file = AttributesFile(Array(text.utf8))
    file.add(.init("a/b.json", "merge", "x"))
    #expect(file.bytes == Array(text.utf8))
  }
}
