extension TerminalText {
  /// Returns text in lines of `width` columns at most, broken at its blanks; a word that is longer is broken
  /// anywhere. Lines after the first begin with `indent`.
  package static func wrapped(_ text: String, to width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    var isEmpty = true
    func end() {
      lines.append(line)
      line = indent
      isEmpty = true
    }
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let separator = isEmpty ? "" : " "
      if !isEmpty, self.width(of: line) + 1 + self.width(of: word) > width {
        end()
        if word.isEmpty { continue }
        line += word
      } else {
        line += separator + word
      }
      isEmpty = false
      while self.width(of: line) > width {
        // The mark that something was cut off makes room for one column more.
        let head = String(truncated(line, to: width + 1).dropLast())
        guard head.count > indent.count, head.count < line.count else { break }
        let rest = line.dropFirst(head.count)
        line = head
        end()
        line += rest
        isEmpty = false
      }
    }
    lines.append(line)
    return lines
  }
}
