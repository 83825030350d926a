/// Text from a repository, made safe for a terminal.
package enum TerminalText {
  /// Returns text without anything that could steer a terminal or reorder what it shows: control
  /// characters become `\xNN`, invisible format characters such as bidirectional overrides `\u{NNNN}`.
  package static func escaped(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(text) }
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0:
        let digits = String(scalar.value, radix: 16)
        safe += "\\x" + (digits.count < 2 ? "0" : "") + digits
      case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xE0000...0xE007F:
        safe += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// The number of columns that text takes on a terminal.
  package static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// Returns text that takes `width` columns at most, with `…` where something was cut off.
  package static func truncated(_ text: String, to width: Int) -> String {
    if self.width(of: text) <= width { return text }
    var kept = ""
    var columns = 0
    for character in text {
      let next = self.width(of: character)
      if columns + next > width - 1 { break }
      kept.append(character)
      columns += next
    }
    return width > 0 ? kept + "…" : ""
  }

  /// Returns text that takes `width` columns at most, with `…` in its middle where something was left out:
  /// of a path, both ends tell more than the middle.
  package static func shortened(_ text: String, to width: Int) -> String {
    if self.width(of: text) <= width { return text }
    let tail = max(0, (width - 1) / 2)
    var end = ""
    var columns = 0
    for character in text.reversed() {
      let next = self.width(of: character)
      if columns + next > tail { break }
      end.insert(character, at: end.startIndex)
      columns += next
    }
    return truncated(text, to: width - columns) + end
  }

  /// East Asian wide and full-width characters and emoji take two columns; combining marks join the
  /// character that they belong to.
  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
