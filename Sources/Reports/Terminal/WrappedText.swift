/// Text in lines that fit on a terminal.
package struct WrappedText {
  package let lines: [String]

  /// Breaks text at blanks. Further lines are indented more than the first. A word that is too long for a line
  /// stays whole, since it may be wanted for copying.
  ///
  /// - Parameters:
  ///   - text: It must be safe for a terminal already.
  ///   - indent: The columns before the first line.
  ///   - width: The columns of the terminal; `nil` for no limit.
  package init(_ text: String, indent: Int, width: Int?) {
    guard let width else {
      lines = [String(repeating: " ", count: indent) + text]
      return
    }
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var columns = indent
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let needed = TerminalText.width(of: word)
      if !isEmpty, columns + 1 + needed > width {
        while line.last == " " { line.removeLast() }
        lines.append(line)
        line = String(repeating: " ", count: indent + 2) + word
        columns = indent + 2 + needed
        continue
      }
      line += (isEmpty ? "" : " ") + word
      columns += (isEmpty ? 0 : 1) + needed
      isEmpty = false
    }
    self.lines = lines + [line]
  }
}
