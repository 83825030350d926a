import Reports
import Testing

@Suite struct TextTableTests {
  private func table(_ rows: [[String]], _ headings: [String] = ["ID", "TITLE"]) -> TextTable {
    var table = TextTable(headings)
    for row in rows { table.append(row.map { TextTable.Cell($0) }) }
    return table
  }

  private let plain = TextStyle(hasColour: false, width: nil)

  @Test("Columns are as wide as their widest cell, and no line ends with blanks")
  func columns() {
    let lines = table([["a", "one"], ["long id", ""], ["計画", "two"]]).render(plain)
    #expect(lines == ["ID       TITLE", "a        one", "long id", "計画     two"])
  }

  @Test("A table without rows is its headings")
  func empty() { #expect(table([]).render(plain) == ["ID  TITLE"]) }

  @Test("Without a terminal nothing is cut")
  func uncut() {
    let long = String(repeating: "x", count: 500)
    #expect(table([[long, long]]).render(plain)[1] == long + "  " + long)
  }

  @Test("On a terminal no line is wider than it", arguments: 24...60)
  func fits(_ width: Int) {
    let rows = [
      ["docs/plans/a-very-long-path/to/some/plan.md", String(repeating: "title ", count: 9)]
    ]
    let style = TextStyle(hasColour: false, width: width)
    let lines = table(rows + [["計画計画計画計画計画計画", "計画計画計画計画計画計画計画計画"]]).render(style)
    for line in lines { #expect(TerminalText.width(of: line) <= width) }
  }

  @Test("The last column gives way first")
  func lastGivesWay() {
    let style = TextStyle(hasColour: false, width: 40)
    let lines = table([["EP-20260117-014", String(repeating: "t", count: 60)]]).render(style)
    #expect(lines[1] == "EP-20260117-014  " + String(repeating: "t", count: 22) + "…")
  }

  @Test("Colours do not count as columns")
  func colours() {
    var table = TextTable(["S", "T"])
    table.append([TextTable.Cell("done", .green), TextTable.Cell("x")])
    let lines = table.render(TextStyle(hasColour: true, width: 80))
    #expect(lines[1] == "\u{1B}[32mdone\u{1B}[0m  x")
    #expect(lines[0] == "\u{1B}[1mS\u{1B}[0m     \u{1B}[1mT\u{1B}[0m")
  }
}
