/// Columns of text under headings, two blanks apart.
package struct TextTable {
  /// One cell. Its text must be safe for a terminal already.
  package struct Cell {
    package let text: String
    package let colour: TextStyle.Colour?

    package init(_ text: String, _ colour: TextStyle.Colour? = nil) {
      self.text = text
      self.colour = colour
    }
  }

  private let headings: [String]
  private var rows: [[Cell]] = []

  /// - Parameter headings: None for a table without a line of headings.
  package init(_ headings: [String] = []) { self.headings = headings }

  package mutating func append(_ cells: [Cell]) { rows.append(cells) }

  /// The columns that the last one is to have at least, before the first one gives way.
  private static let leastLast = 16
  /// The columns that the first one keeps in any case.
  private static let leastFirst = 15

  /// Returns the lines. On a terminal each row takes one line: the last column is cut, and where it would
  /// have no room at all, the first one gives way too.
  package func render(_ style: TextStyle) -> [String] {
    let heading = headings.map { Cell($0, .bold) }
    let lines = headings.isEmpty ? rows : [heading] + rows
    var widths = [Int](repeating: 0, count: lines.first?.count ?? 0)
    for row in lines {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], TerminalText.width(of: cell.text))
      }
    }
    if let total = style.width, let last = widths.last, widths.count > 1 {
      let before = widths.dropLast().reduce(0) { $0 + $1 + 2 }
      let missing = min(last, Self.leastLast) - (total - before)
      if missing > 0 { widths[0] = max(min(widths[0], Self.leastFirst), widths[0] - missing) }
      let room = total - widths.dropLast().reduce(0) { $0 + $1 + 2 }
      widths[widths.count - 1] = max(room, 1)
    }
    return lines.map { line($0, widths: widths, style: style) }
  }

  private func line(_ cells: [Cell], widths: [Int], style: TextStyle) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let isLast = column == cells.count - 1
      var text = cell.text
      if style.width != nil {
        text =
          isLast
          ? TerminalText.truncated(text, to: widths[column])
          : TerminalText.shortened(text, to: widths[column])
      }
      line += style.coloured(text, cell.colour)
      if !isLast {
        line += String(repeating: " ", count: widths[column] - TerminalText.width(of: text) + 2)
      }
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
