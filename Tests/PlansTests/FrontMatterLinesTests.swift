import Plans
import Testing

struct FrontMatterLinesTests {
  @Test(arguments: [
    ("# T\n", "---\na: 1\n---\n# T\n", ["+---", "+a: 1", "+---"]),
    (
      "---\na: 1\nb: 2\n---\nx", "---\na: 1\nc: 3\nb: 2\n---\ny",
      [" ---", " a: 1", "+c: 3", " b: 2", " ---"]
    ),
    (
      "---\r\nid: 1\r\n---\r\n", "---\r\nold: 1\r\nid: 2\r\n---\r\n",
      [" ---", "-id: 1", "+old: 1", "+id: 2", " ---"]
    ),
    ("x", "y", []),
  ])
  func whatChangesIsShown(old: String, new: String, expected: [String]) {
    let lines = FrontMatterLines.changes(from: Array(old.utf8), to: Array(new.utf8))
    #expect(lines.map { "\($0.sign)\($0.text)" } == expected)
  }

  @Test(arguments: [
    ("[a](b.md)", 1), ("![a](img/x.png) [b](../c.md)", 2), ("[a](https://x.org/y)", 0),
    ("[a](/b) [b](#c) [d]() [e]", 0), ("[a](b.md \"t\")", 1), ("a](", 0),
  ])
  func relativeLinksAreCounted(text: String, expected: Int) {
    #expect(RelativeLinks.count(in: Array(text.utf8)) == expected)
  }
}
