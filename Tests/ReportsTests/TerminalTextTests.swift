import Reports
import Testing

@Suite struct TerminalTextTests {
  @Test(
    "Nothing that steers a terminal gets through",
    arguments: [
      ("plain ~!@#", "plain ~!@#"), ("", ""), ("\u{1B}[31mred", "\\x1b[31mred"),
      ("a\nb\tc\rd", "a\\x0ab\\x09c\\x0dd"), ("a\r\nb", "a\\x0d\\x0ab"), ("\u{0}", "\\x00"),
      ("\u{7F}", "\\x7f"), ("\u{9B}31m", "\\x9b31m"), ("\u{85}", "\\x85"),
      ("\u{9D}0;title\u{9C}", "\\x9d0;title\\x9c"), ("\u{202E}evil", "\\u{202e}evil"),
      ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{200B}", "\\u{200b}"),
      ("\u{FEFF}a", "\\u{feff}a"), ("\u{2028}", "\\u{2028}"), ("\u{E0041}", "\\u{e0041}"),
      ("größe 計画 🚀 e\u{301}", "größe 計画 🚀 e\u{301}"), ("\u{A0}", "\u{A0}"),
    ])
  func escaping(_ text: String, _ expected: String) {
    #expect(Array(TerminalText.escaped(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "Further invisible characters",
    arguments: [
      ("\u{61C}", "\\u{61c}"), ("a\u{AD}b", "a\\u{ad}b"), ("\u{180E}", "\\u{180e}"),
    ])
  func invisible(_ text: String, _ expected: String) {
    #expect(TerminalText.escaped(text) == expected)
  }

  @Test(
    "Columns",
    arguments: [
      ("", 0), ("abc", 3), ("größe", 5), ("e\u{301}", 1), ("計画", 4), ("한글", 4), ("ｆｕ", 4),
      ("🚀", 2), ("かな", 4), ("…", 1), ("👨‍👩‍👧", 2), ("𠀀", 2),
    ])
  func width(_ text: String, _ expected: Int) {
    #expect(TerminalText.width(of: text) == expected)
  }

  @Test(
    "The end is cut off",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
      ("計画書", 6, "計画書"), ("計画書", 5, "計画…"), ("計画書", 4, "計…"), ("", 0, ""),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("a", -1, ""),
    ])
  func truncation(_ text: String, _ width: Int, _ expected: String) {
    #expect(TerminalText.truncated(text, to: width) == expected)
  }

  @Test(
    "The middle is left out",
    arguments: [
      ("abcdefghi", 9, "abcdefghi"), ("abcdefghi", 7, "abc…ghi"), ("abcdefghi", 6, "abc…hi"),
      ("abcdefghi", 2, "a…"), ("abcdefghi", 1, "…"), ("abcdefghi", 0, ""),
      ("計画書計画書", 7, "計画…書"),
    ])
  func shortening(_ text: String, _ width: Int, _ expected: String) {
    let shortened = TerminalText.shortened(text, to: width)
    #expect(TerminalText.width(of: shortened) <= max(width, 0))
    #expect(shortened == expected)
  }

  @Test(
    "Lines are broken at blanks, and long words anywhere",
    arguments: [
      ("", 5, [""]), ("ab cd", 5, ["ab cd"]), ("ab cde", 5, ["ab", ">cde"]),
      ("ab cd ef gh", 5, ["ab cd", ">ef", ">gh"]), ("abcdefghij", 5, ["abcde", ">fghi", ">j"]),
      ("a bcdefgh", 5, ["a", ">bcde", ">fgh"]), ("  ab c", 5, ["  ab", ">c"]),
      ("計画書計画", 4, ["計画", ">書", ">計", ">画"]), ("a  b", 9, ["a  b"]), ("計", 1, ["計"]),
      ("ab", 0, ["ab"]),
    ])
  func wrapping(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(TerminalText.wrapped(text, to: width, indent: ">") == expected)
  }
}
