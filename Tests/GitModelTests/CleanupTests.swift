import GitModel
import Testing

@Suite struct CleanupTests {
  private static let cut = "# ------------------------ >8 ------------------------\n"

  private func cleaned(_ message: String, _ cleanup: MessageCleanup) -> String {
    String(decoding: cleanup.cleaned(Array(message.utf8)), as: UTF8.self)
  }

  /// The expectations were printed by `git stripspace -s` and `git stripspace`.
  @Test(
    "Stripping equals git stripspace",
    arguments: [
      ("", "", ""), ("\n\n \n", "", ""), ("Title", "Title\n", "Title\n"),
      ("\n\nTitle \t\r\n\n\n\nBody\n\n\n", "Title\n\nBody\n", "Title\n\nBody\n"),
      ("Title\n# c\n\nBody\n", "Title\n\nBody\n", "Title\n# c\n\nBody\n"),
      ("a\n# c\nb\n", "a\nb\n", "a\n# c\nb\n"), ("a\n\n# c\n\nb\n", "a\n\nb\n", "a\n\n# c\n\nb\n"),
      (" # no comment\n", " # no comment\n", " # no comment\n"), ("#\n#x\n", "", "#\n#x\n"),
      ("a\u{B}\n", "a\u{B}\n", "a\u{B}\n"), ("  indented\n", "  indented\n", "  indented\n"),
    ])
  func stripspace(_ message: String, _ strip: String, _ whitespace: String) {
    #expect(cleaned(message, MessageCleanup(mode: .strip)) == strip)
    #expect(cleaned(message, MessageCleanup(mode: .whitespace)) == whitespace)
  }

  @Test("Verbatim keeps every byte")
  func verbatim() {
    #expect(cleaned("\n a \n#c\n\n", MessageCleanup(mode: .verbatim)) == "\n a \n#c\n\n")
  }

  @Test("The message ends at the scissors", arguments: CleanupMode.allCases)
  func scissors(_ mode: CleanupMode) {
    let message = "Title\n\(Self.cut)diff --git a/x b/x\n"
    #expect(cleaned(message, MessageCleanup(mode: mode)) == "Title\n")
    #expect(cleaned(Self.cut + "diff\n", MessageCleanup(mode: mode)) == "")
  }

  @Test("Scissors count in their own mode where they do not elsewhere")
  func scissorsWithoutVerbose() {
    let message = "Title\n\(Self.cut)diff\n"
    let kept = MessageCleanup(mode: .strip, cutsAtScissors: false)
    #expect(cleaned(message, kept) == "Title\ndiff\n")
    let cut = MessageCleanup(mode: .scissors, cutsAtScissors: false)
    #expect(cleaned(message, cut) == "Title\n")
  }

  @Test(
    "Only the whole line is the scissors",
    arguments: [
      "# ------------------------ >8 ------------------------ \n",
      " # ------------------------ >8 ------------------------\n",
      "# ----------------------- >8 ------------------------\n",
      "; ------------------------ >8 ------------------------\n",
      "# ------------------------ >8 ------------------------",
    ])
  func otherScissors(_ line: String) {
    let result = cleaned("Title\n\(line)", MessageCleanup(mode: .verbatim))
    #expect(result == "Title\n\(line)")
  }

  @Test("A comment prefix may have several bytes")
  func longPrefix() {
    let prefix = Array("//".utf8)
    let cut = "// ------------------------ >8 ------------------------\n"
    let cleanup = MessageCleanup(mode: .strip, commentPrefix: prefix)
    #expect(cleaned("a\n// c\n/ d\n# e\n\(cut)f\n", cleanup) == "a\n/ d\n# e\n")
  }

  @Test(
    "A configured word means what git makes of it",
    arguments: [
      (nil, true, CleanupMode.strip), (nil, false, .whitespace), ("default", true, .strip),
      ("default", false, .whitespace), ("scissors", true, .scissors),
      ("scissors", false, .whitespace), ("strip", false, .strip), ("verbatim", true, .verbatim),
      ("nonsense", true, nil),
    ] as [(String?, Bool, CleanupMode?)])
  func configuredWords(_ word: String?, _ isEdited: Bool, _ mode: CleanupMode?) {
    #expect(CleanupMode(configured: word, isEdited: isEdited) == mode)
  }

  @Test(
    "The automatic comment prefix is read from the file",
    arguments: [
      ("#1 fixed\n\n; Please enter the message\n;\n", ";"), ("Title\n\n# Please\n", "#"),
      ("Title\n", "#"), ("", "#"),
      ("a\n; ------------------------ >8 ------------------------\n-x\n", ";"),
    ])
  func automaticPrefix(_ message: String, _ prefix: String) {
    #expect(CommentPrefix.automatic(in: Array(message.utf8)) == Array(prefix.utf8))
  }
}
