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

  package init(_ headings: [String]) { self.headings = headings }

  package mutating func append(_ cells: [Cell]) { rows.append(cells) }

  /// Returns the lines. On a terminal the last column is cut so that each row takes one line.
  package func render(_ style: TextStyle) -> [String] {
    var widths = headings.map { TerminalText.width(of: $0) }
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], TerminalText.width(of: cell.text))
      }
    }
    let before = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    let room = style.width.map { max(8, $0 - before) }
    let heading = line(headings.map { Cell($0, .bold) }, widths: widths, room: room, style: style)
    return [heading] + rows.map { line($0, widths: widths, room: room, style: style) }
  }

  private func line(_ cells: [Cell], widths: [Int], room: Int?, style: TextStyle) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let isLast = column == cells.count - 1
      let text =
        isLast ? room.map { TerminalText.truncated(cell.text, to: $0) } ?? cell.text : cell.text
      line += style.coloured(text, cell.colour)
      if !isLast {
        let gap = widths[column] - TerminalText.width(of: text) + 2
        line += String(repeating: " ", count: gap)
      }
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
